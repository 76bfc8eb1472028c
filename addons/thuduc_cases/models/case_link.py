from odoo import api, fields, models


class CaseLink(models.Model):
    """Two lawsuits that belong together: the same project, decision or land recovery.

    A link is kept on both sides, so that each file shows the other.
    """

    _name = "thuduc.case.link"
    _inherit = ["thuduc.dossier.part.mixin"]
    _description = "Link between Lawsuits"
    _order = "case_id, id"
    _rec_name = "other_case_id"
    _dossier_field = "case_id"

    case_id = fields.Many2one(
        "thuduc.case", required=True, index=True, ondelete="cascade"
    )
    other_case_id = fields.Many2one(
        "thuduc.case",
        string="Lawsuit",
        required=True,
        index=True,
        ondelete="cascade",
        domain="[('id', '!=', case_id)]",
    )
    reason = fields.Selection(
        [
            ("decision", "The same decision or act"),
            ("project", "The same project"),
            ("land", "The same land recovery"),
            ("other", "Another connection"),
        ],
        required=True,
        default="decision",
    )
    note = fields.Char()
    mirror_id = fields.Many2one(
        "thuduc.case.link", readonly=True, copy=False, index="btree_not_null"
    )
    other_stage_id = fields.Many2one(related="other_case_id.stage_id", string="Stage")
    other_docket_no = fields.Char(related="other_case_id.docket_no", string="Docket")
    other_court_id = fields.Many2one(related="other_case_id.court_id", string="Court")
    other_favour = fields.Selection(related="other_case_id.favour", string="Result")
    other_user_id = fields.Many2one(related="other_case_id.user_id", string="Officer")

    _pair_uniq = models.UniqueIndex(
        "(case_id, other_case_id)", "These two lawsuits are linked already."
    )
    _not_itself = models.Constraint(
        "CHECK (case_id <> other_case_id)", "A lawsuit is not linked to itself."
    )

    @api.model_create_multi
    def create(self, vals_list):
        links = super().create(vals_list)
        for link in links.filtered(lambda item: not item.mirror_id):
            link._mirror()
        return links

    def _mirror(self):
        """Show the link in the other file too. Who may write this lawsuit and read the
        other may connect them, hence ``sudo``; what a confidential file is called is
        not shown elsewhere."""
        self.ensure_one()
        self.other_case_id.check_access("read")
        if self.case_id.confidential:
            return
        links = self.sudo()
        known = links.search(
            [
                ("case_id", "=", self.other_case_id.id),
                ("other_case_id", "=", self.case_id.id),
            ]
        )
        links.mirror_id = known or links.create(
            {
                "case_id": self.other_case_id.id,
                "other_case_id": self.case_id.id,
                "reason": self.reason,
                "note": self.note,
                "mirror_id": self.id,
            }
        )

    def unlink(self):
        # The other side's line is this one seen from there: it goes along.
        mirrors = self.sudo().mirror_id - self
        mirrors.mirror_id = False
        self.sudo().mirror_id = False
        return super(CaseLink, self | mirrors.with_env(self.env)).unlink()
