from odoo import api, models
from odoo.exceptions import ValidationError

from odoo.addons.thuduc_base.exceptions import DocketContradiction, ExtensionRefused
from odoo.addons.thuduc_base.tools import numeric_date

from .proceeding import REVIEWS

DEFERRED = ("CR_DEFERRED", "RO_DEFERRED", "EN_DEFERRED")
PETITIONED = ("CR_SPECIAL_PETITIONED", "RO_SPECIAL_PETITIONED")


class Event(models.Model):
    """What the law does not allow in a review (LTTHC 255-296)."""

    _inherit = "thuduc.event"

    @api.constrains("type_id", "date", "withdrawn")
    def _check_reviewed_effect(self):
        """Only what is in legal effect is reviewed (LTTHC 254, 280)."""
        for event in self:
            opened = event.type_id.opens_proceeding_type_id
            if event.withdrawn or opened.code not in REVIEWS:
                continue
            docket = event.proceeding_id
            if docket.type_id.code == "EN":
                docket = docket._judgment_docket()
            effect = docket._binding_docket()._effect_event() if docket else None
            if not effect or event.date < effect.date:
                raise DocketContradiction(
                    self.env._(
                        "“%(event)s” (%(date)s): the judgment or decision was not in "
                        "legal effect on that day. Only one in legal effect can be "
                        "reviewed (Articles 254 and 280 LTTHC); before, appeal.",
                        event=event.type_id.name,
                        date=numeric_date(event.date),
                    )
                )

    @api.constrains("type_id", "withdrawn")
    def _check_special_review(self):
        """The special procedure reviews the Judges' Council only (LTTHC 287), and
        cassation does not (LTTHC 260.1)."""
        for event in self:
            docket = event.proceeding_id
            if event.withdrawn or not (docket and docket._is_review()):
                continue
            opened = event.type_id.opens_proceeding_type_id.code
            level = docket._concrete().court_level
            wrong = (event.code in PETITIONED and level and level != "supreme") or (
                opened == "CR" and level == "supreme"
            )
            if wrong:
                raise ValidationError(
                    self.env._(
                        "A decision of the Judges' Council of the Supreme People's "
                        "Court is reviewed by the special procedure, any other "
                        "decision by cassation (Articles 260 and 287 LTTHC)."
                    )
                )

    @api.constrains("stated_date", "type_id", "date", "withdrawn")
    def _check_stated_deferral(self):
        """Enforcement is deferred for three months at most (LTTHC 261.1)."""
        for event in self:
            if event.withdrawn or event.code not in DEFERRED or not event.stated_date:
                continue
            # The law's periods are everybody's to know; rules are read for the engine.
            rule = (
                self.env["thuduc.deadline.rule"]
                .sudo()
                .search(
                    [
                        ("code", "=", "CR-03"),
                        ("proceeding_type_id.code", "=", "CR"),
                    ]
                )
                .filtered(lambda r, e=event: r._in_force(e.date))[:1]
            )
            count = self.env["thuduc.calendar.day"]._count
            most = count(event.date, rule.amount, rule.unit).due if rule else None
            if most and event.stated_date > most:
                raise ExtensionRefused(
                    self.env._(
                        "Enforcement can be deferred until %(most)s at the latest; "
                        "%(date)s is later. Check the date in the decision (Article "
                        "261.1 LTTHC).",
                        most=numeric_date(most),
                        date=numeric_date(event.stated_date),
                    )
                )

    @api.constrains("outcome_id", "type_id", "withdrawn")
    def _check_review_outcome(self):
        """What a review sends back or restores must have been there."""
        for event in self:
            outcome, docket = event.outcome_id, event.proceeding_id
            if event.withdrawn or not outcome.undoes_judgment:
                continue
            judged = docket.parent_id
            if outcome.favour == "below" and not (judged and judged.parent_id):
                raise ValidationError(
                    self.env._(
                        "“%s”: there is no judgment of a lower court that could be "
                        "restored. Check the result.",
                        outcome.name,
                    )
                )
            again = outcome.opens_proceeding_type_id.code
            if again in ("FI", "AP") and not docket._round_before(again):
                raise ValidationError(
                    self.env._(
                        "“%s”: the case was never heard at that instance. Check the "
                        "result.",
                        outcome.name,
                    )
                )
