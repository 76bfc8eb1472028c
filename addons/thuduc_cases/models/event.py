from odoo import api, fields, models
from odoo.exceptions import ValidationError

from odoo.addons.thuduc_base.exceptions import ExtensionRefused
from odoo.addons.thuduc_base.tools import numeric_date


class Event(models.Model):
    """What lawsuits note about an event: who was present, and how it ended."""

    _inherit = "thuduc.event"

    agency_presence = fields.Selection(
        [
            ("present", "Present at the pronouncement"),
            ("left", "Attended, absent at the pronouncement without good reason"),
            ("absent", "Absent from the hearing, or with good reason"),
        ],
        string="The agency was",
        help="Present: the period to appeal runs from the pronouncement; absent: from "
        "the day the judgment is received (LTTHC 206.1).",
    )
    absent_party_ids = fields.Many2many(
        "thuduc.party",
        "thuduc_event_absent_party_rel",
        string="Other parties absent",
        help="Their period to appeal runs from the day they are served.",
    )
    outcome_id = fields.Many2one("thuduc.case.outcome", index="btree_not_null")

    asks_outcome = fields.Boolean(related="type_id.asks_outcome")
    asks_presence = fields.Boolean(related="type_id.asks_presence")
    asks_absent_parties = fields.Boolean(related="type_id.asks_absent_parties")

    @api.constrains("outcome_id", "type_id")
    def _check_outcome_id(self):
        for event in self.filtered(lambda e: e.outcome_id and not e.automatic):
            if event.type_id not in event.outcome_id.event_type_ids:
                raise ValidationError(
                    self.env._(
                        "“%(outcome)s” is no outcome of “%(event)s”.",
                        outcome=event.outcome_id.name,
                        event=event.type_id.name,
                    )
                )

    @api.constrains("document_date", "date", "type_id")
    def _check_document_date(self):
        """A paper is not received before its date."""
        for event in self.filtered(lambda e: e.dossier_id.kind == "case"):
            received = event.direction == "in" and event.code.endswith("_RECEIVED")
            if received and event.document_date and event.document_date > event.date:
                raise ValidationError(
                    self.env._(
                        "“%(event)s”: the paper is dated %(paper)s, after the day it "
                        "was received (%(received)s). Check both dates.",
                        event=event.type_id.name,
                        paper=numeric_date(event.document_date),
                        received=numeric_date(event.date),
                    )
                )

    @api.constrains("stated_date", "type_id", "withdrawn")
    def _check_stated_extension(self):
        """A date that the court grants stays within the longest extension of the law
        (e.g. LTTHC 128.1: seven days from the nominal end)."""
        for event in self.filtered(
            lambda e: e.stated_date and e.type_id.asks_extension and not e.withdrawn
        ):
            for deadline in event.proceeding_id.deadline_ids.filtered(
                lambda d, e=event: e.type_id in d.rule_id.extension_type_ids
            ):
                event._check_stated_within(deadline)

    def _check_stated_within(self, deadline):
        self.ensure_one()
        rule = deadline.rule_id
        count = self.env["thuduc.calendar.day"]._count
        nominal = count(deadline.date_start, rule.amount, rule.unit).nominal
        most = count(nominal, rule.extension_amount, rule.extension_unit).due
        if self.stated_date > most:
            raise ExtensionRefused(
                self.env._(
                    "The law extends “%(rule)s” until %(most)s at the latest; "
                    "%(date)s is later. Check the date in the paper.",
                    rule=rule.name,
                    most=numeric_date(most),
                    date=numeric_date(self.stated_date),
                )
            )

    def write(self, vals):
        result = super().write(vals)
        if vals.keys() & {"absent_party_ids", "agency_presence", "outcome_id"}:
            self.proceeding_id._replay()
        if "outcome_id" in vals:
            for event in self.filtered(lambda e: not e.withdrawn):
                event.proceeding_id._reopen_from(event)
        return result
