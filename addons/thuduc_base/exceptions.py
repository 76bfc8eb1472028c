"""Errors that users meet; each tells in their language what to do next."""

from odoo.exceptions import AccessError, UserError, ValidationError


class DocketContradiction(ValidationError):
    """An event that contradicts the docket: impossible date, second of a kind, or
    anything after the end of the proceeding."""


class UnknownEventType(UserError):
    """No event type of that code exists for the proceeding."""


class NoProceeding(UserError):
    """The dossier has no proceeding to which the event could belong."""


class ExtensionRefused(ValidationError):
    """An extension beyond what the law allows: too long, too often or too late."""


class TransitionNotAllowed(UserError):
    """A step that this user may not take, or not from here."""


class IssuedPaperFrozen(UserError):
    """An issued paper never changes; only another paper corrects it."""


class FieldGuarded(AccessError):
    """A field that only its own mechanism writes (stage, due date, withdrawal)."""


class IncompletePaper(UserError):
    """A paper that lacks what its form asks for."""


class LateNumber(UserError):
    """A number whose date would stand before that of an earlier number, or ahead."""
