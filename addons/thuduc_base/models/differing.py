"""What of some values a record does not hold yet."""


def differing(record, values):
    """Return those of ``values`` (as for ``write``) that differ from ``record``.

    Writing only these keeps a repeated computation from touching rows, traces and
    write dates.
    """
    return {
        name: value
        for name, value in values.items()
        if record._fields[name].convert_to_write(record[name], record) != value
    }
