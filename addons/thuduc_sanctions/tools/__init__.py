"""Arithmetic of fines and late interest. Pure Python: nothing here knows Odoo."""

from .fine import FineRange, fine_range
from .late_interest import LateInterest, late_interest

__all__ = ["FineRange", "LateInterest", "fine_range", "late_interest"]
