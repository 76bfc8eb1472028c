from odoo import api, fields, models

REASON = "EN_UNFINISHED"


class CaseObstacle(models.Model):
    """Why a judgment, or one of its obligations, cannot be performed yet.

    Each is the sheet of an event of the docket: to write one down records the event,
    to record the event writes one down. Past ones stay, with the day they were gone.
    """

    _name = "thuduc.case.obstacle"
    _inherit = ["thuduc.event.sheet.mixin"]
    _description = "Obstacle to an Enforcement"
    _order = "date_from desc, id desc"
    _rec_name = "reason_id"
    _sheet_of = frozenset({REASON})

    enforcement_id = fields.Many2one(
        "thuduc.case.enforcement", index=True, ondelete="cascade"
    )
    case_id = fields.Many2one(related="enforcement_id.case_id", store=True, index=True)
    obligation_id = fields.Many2one(
        "thuduc.case.obligation",
        index="btree_not_null",
        ondelete="set null",
        domain="[('enforcement_id', '=', enforcement_id)]",
    )
    reason_id = fields.Many2one(
        "thuduc.case.outcome",
        related="event_id.outcome_id",
        store=True,
        readonly=False,
        string="Reason",
        domain=f"[('event_type_ids.code', '=', '{REASON}')]",
    )
    date_from = fields.Date(
        related="event_id.date", store=True, readonly=False, string="Since"
    )
    date_to = fields.Date(string="Gone on")
    note = fields.Text(related="event_id.note", readonly=False)

    _dates_in_order = models.Constraint(
        "CHECK (date_to IS NULL OR date_from IS NULL OR date_from <= date_to)",
        "An obstacle cannot be gone before it arose.",
    )

    @api.model
    def _prepare_sheet_values(self, event):
        enforcement = event.proceeding_id._concrete()
        return {
            **super()._prepare_sheet_values(event),
            "enforcement_id": enforcement.id,
        }

    @api.model_create_multi
    def create(self, vals_list):
        """Written down by hand: the docket holds it, and opens this sheet."""
        ids = []
        for vals in vals_list:
            if vals.get("event_id"):
                ids += super().create([vals]).ids
            else:
                ids += self._record(dict(vals)).ids
        return self.browse(ids)

    @api.model
    def _record(self, vals):
        obligation = self.env["thuduc.case.obligation"].browse(
            vals.get("obligation_id")
        )
        enforcement = (
            self.env["thuduc.case.enforcement"].browse(vals.pop("enforcement_id", None))
            or obligation.enforcement_id
        )
        event = enforcement.proceeding_id.record_event(
            REASON,
            vals.pop("date_from", None) or fields.Date.context_today(self),
            outcome_id=vals.pop("reason_id", None),
            note=vals.pop("note", None),
        )
        sheet = self.search([("event_id", "=", event.id)])
        sheet.write(vals)
        return sheet
