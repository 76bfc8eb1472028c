"""Helpers of the office's paperwork. Pure Python: nothing here knows Odoo."""

from .amount_in_words import amount_in_words
from .identity import check_personal_id, check_tax_code
from .vietnamese import (
    fold,
    format_amount,
    normalise_tone,
    numeric_date,
    numeric_moment,
    spoken_date,
)

__all__ = [
    "amount_in_words",
    "check_personal_id",
    "check_tax_code",
    "fold",
    "format_amount",
    "normalise_tone",
    "numeric_date",
    "numeric_moment",
    "spoken_date",
]
