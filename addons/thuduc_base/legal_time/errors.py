"""What is refused, and the checks that refuse it."""

from datetime import date, datetime


class LegalTimeError(ValueError):
    """A period that the law cannot count: wrong kind of start, amount or unit."""


def checked_date(value):
    """Return ``value`` if it is a plain date.

    A datetime is refused rather than cut: which local day it belongs to is for the
    caller to say (17:30 UTC is already the next day in Việt Nam).

    >>> checked_date(datetime(2026, 3, 6, 16, 30))
    Traceback (most recent call last):
        ...
    legal_time.errors.LegalTimeError: a date is needed, not 2026-03-06 16:30:00
    """
    if isinstance(value, datetime) or not isinstance(value, date):
        raise LegalTimeError(f"a date is needed, not {value}")
    return value


def checked_datetime(value):
    """Return ``value`` if it is a datetime: hours start at a moment, not on a day."""
    if not isinstance(value, datetime):
        raise LegalTimeError(f"hours need a datetime, not {value}")
    return value


def checked_int(value):
    """Return ``value`` if it is a whole number.

    >>> checked_int(1.5)
    Traceback (most recent call last):
        ...
    legal_time.errors.LegalTimeError: a whole number is needed, not 1.5
    """
    if isinstance(value, bool) or not isinstance(value, int):
        raise LegalTimeError(f"a whole number is needed, not {value}")
    return value
