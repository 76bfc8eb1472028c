"""Errors of the sanction procedure; each tells what the law still allows."""

from odoo.exceptions import UserError, ValidationError


class MissingParameter(UserError):
    """The table of legal parameters holds no value in force on that day."""


class FineOutsideBracket(ValidationError):
    """A fine below or above the bracket of the act (Law 15/2012, Article 23)."""


class SanctionBarred(UserError):
    """No sanction may be imposed any more, or not yet (Law 15/2012, Arts 61–66)."""


class ProvisionNotInForce(ValidationError):
    """The provision did not apply on the day of the act (Law 15/2012, Article 3)."""
