from odoo import api, models

from ..tools.vietnamese import normalise_tone


class ImportMapping(models.AbstractModel):
    """How the rows of one kind of register become dossiers.

    Each procedure inherits it: ``_columns`` names the columns, ``_parse_row`` turns
    cells into facts and tells what is wrong, ``_apply_row`` brings a dossier in line
    with the facts. A blank cell says nothing: it never removes what the product knows.
    """

    _name = "thuduc.import.mapping"
    _description = "Mapping of a Register"

    # -- to be told by each kind ---------------------------------------------------

    @api.model
    def _columns(self):
        """The columns of the register (``tools.register_sheet.Column``)."""
        return []

    @api.model
    def _parse_row(self, row, memo):
        """Fill ``row.facts`` and ``row.key``; note errors and warnings.

        :param memo: what was looked up for earlier rows of the run.
        """
        for column in self._columns():
            row.facts[column.name] = self._read_cell(row, column)
            wanted = column.required and not column.may_be_blank
            empty = wanted and row.facts[column.name] is None
            # A cell that could not be read was told already.
            if empty and not any(column.heading in error for error in row.errors):
                row.error(
                    self.env._(
                        "“%(column)s” is empty. Fill it in.", column=column.heading
                    )
                )

    @api.model
    def _prefetch(self, rows, memo):
        """Look up for all rows at once what each of them will need."""

    @api.model
    def _find(self, row, memo):
        """The dossier that the row speaks of, among all that exist."""
        return self.env["thuduc.dossier"]

    @api.model
    def _apply_row(self, row, dossier, memo):
        """Create the dossier (``dossier`` is empty) or bring it in line.

        What changes in an existing dossier is told in ``row.changes``.

        :return: the dossier.
        """
        raise NotImplementedError

    # -- bringing records in line ---------------------------------------------------

    @api.model
    def _same_name(self, one, other):
        """Whether two spellings are one name: Hoà and Hòa, capitals or not."""
        return normalise_tone(one or "").lower() == normalise_tone(other or "").lower()

    @api.model
    def _write_differing(self, record, values, row):
        """Write what the register says otherwise; blanks say nothing."""
        changed = {}
        for name, value in values.items():
            field = record._fields[name]
            old = field.convert_to_write(record[name], record)
            if value in (None, False, "") or old == value:
                continue
            if field.type == "char" and self._same_name(old, value):
                continue
            changed[name] = value
            row.changes.append(self._describe_change(record, name, value))
        if changed:
            record.write(changed)

    @api.model
    def _describe_change(self, record, name, value):
        field = record._fields[name]
        label = field._description_string(self.env)
        old, new = record[name], value
        if field.type == "many2one":
            old, new = old.display_name, self.env[field.comodel_name].browse(new)
            new = new.display_name
        elif field.type == "selection":
            options = dict(field._description_selection(self.env))
            old, new = options.get(old), options.get(new)
        return f"{label}: {self._readable(old)} → {self._readable(new)}"

    @api.model
    def _readable(self, value):
        if hasattr(value, "strftime"):
            return f"{value:%d/%m/%Y}"
        return "…" if value in (None, False, "") else str(value)

    @api.model
    def _sync_events(self, proceeding, wanted, row):
        """Bring a docket in line: record what is missing, correct dates that differ.

        :param wanted: ``(code, date, values)``, in any order; a date of None is a fact
            that the register does not know.
        """
        wanted = sorted((w for w in wanted if w[1]), key=lambda w: w[1])
        standing = proceeding.event_ids.filtered(lambda e: not e.withdrawn)
        by_code = standing.grouped("code")
        types = {t.code: t for t in proceeding.type_id.event_type_ids}
        new = []
        for code, day, values in wanted:
            known = by_code.get(code)
            if known:
                self._correct_event(known, day, values, row)
                continue
            if standing or row.changes:
                row.changes.append(f"{types[code].name}: {day:%d/%m/%Y}")
            new.append(
                {
                    "proceeding_id": proceeding.id,
                    "type_id": types[code].id,
                    "date": day,
                    **values,
                }
            )
        return self.env["thuduc.event"].create(new)

    @api.model
    def _correct_event(self, known, day, values, row):
        """Correct the one event of its kind; of several, the register means none."""
        if day in known.mapped("date"):
            event = known.filtered(lambda e: e.date == day)[:1]
        elif len(known) == 1:
            event = known
        else:
            row.warn(
                self.env._(
                    "“%(event)s” is recorded several times in the dossier; the date "
                    "%(date)s of the register was left out. Correct it in the dossier.",
                    event=known[0].type_id.name,
                    date=f"{day:%d/%m/%Y}",
                )
            )
            return
        if event.date != day:
            row.changes.append(
                f"{event.type_id.name}: {event.date:%d/%m/%Y} → {day:%d/%m/%Y}"
            )
        self._write_event(event, {"date": day, **values}, row)

    @api.model
    def _write_event(self, event, values, row):
        changed = {
            name: value
            for name, value in values.items()
            if value not in (None, False, "")
            and event._fields[name].convert_to_write(event[name], event) != value
        }
        for name in changed.keys() - {"date"}:
            row.changes.append(self._describe_change(event, name, changed[name]))
        if changed:
            event.write(changed)
