from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command


class SuccessionBulk(models.TransientModel):
    """Decide, for all open lawsuits of a body that ended, who succeeds it.

    The successor is proposed by the ward of the land; what is not sure stays open, and
    each line tells what was done (reorganisation of 1 July 2025).
    """

    _name = "thuduc.succession.bulk"
    _description = "Succession in Many Lawsuits"

    agency_id = fields.Many2one(
        "thuduc.agency",
        string="Body that ended",
        required=True,
        domain="[('is_current', '=', False)]",
        default=lambda self: self._default_agency(),
    )
    basis_id = fields.Many2one(
        "thuduc.legal.document",
        string="Legal basis",
        compute="_compute_from_agency",
        store=True,
        readonly=False,
    )
    basis = fields.Char(help="Number and date of the paper of this case.")
    date_effective = fields.Date(
        string="Effective from",
        compute="_compute_from_agency",
        store=True,
        readonly=False,
    )
    line_ids = fields.One2many(
        "thuduc.succession.bulk.line",
        "bulk_id",
        compute="_compute_line_ids",
        store=True,
        readonly=False,
    )
    is_decided = fields.Boolean()

    @api.model
    def _default_agency(self):
        """The body that ended and in whose name most open lawsuits still stand."""
        counts = self.env["thuduc.case"]._read_group(
            [
                ("state", "=", "open"),
                ("current_agency_id.is_current", "=", False),
            ],
            ["current_agency_id"],
            ["__count"],
            order="__count desc",
            limit=1,
        )
        return counts[0][0] if counts else self.env["thuduc.agency"]

    @api.depends("agency_id")
    def _compute_from_agency(self):
        for bulk in self:
            ended = bulk.agency_id.date_to
            bulk.date_effective = ended and fields.Date.add(ended, days=1)
            bulk.basis_id = bulk.agency_id.succession_basis_id

    @api.depends("agency_id")
    def _compute_line_ids(self):
        for bulk in self:
            cases = self.env["thuduc.case"].search(
                [
                    ("state", "=", "open"),
                    ("current_agency_id", "=", bulk.agency_id.id or 0),
                ]
            )
            bulk.line_ids = [
                Command.clear(),
                *(Command.create(bulk._prepare_line_values(case)) for case in cases),
            ]

    def _prepare_line_values(self, case):
        proposed = case._proposed_successor(self.agency_id)
        return {
            "case_id": case.id,
            "new_agency_id": proposed.id,
            "kind": "successor" if self.agency_id.successor_ids else "superior",
            "is_chosen": bool(proposed),
        }

    def action_decide(self):
        """Record the succession of each chosen line; the rest tells what is missing."""
        self.ensure_one()
        chosen = self.line_ids.filtered("is_chosen")
        if not chosen:
            raise UserError(self.env._("Choose at least one lawsuit."))
        for line in self.line_ids:
            line._decide()
        self.is_decided = True
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Result of the Succession"),
            "res_model": self._name,
            "res_id": self.id,
            "view_mode": "form",
            "target": "new",
            "context": {"dialog_size": "extra-large"},
        }
