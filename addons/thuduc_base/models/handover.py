from odoo import fields, models


class Handover(models.Model):
    """The dossier passed from desk to desk (luân chuyển hồ sơ)."""

    _name = "thuduc.handover"
    _description = "Handover"
    _order = "id desc"

    dossier_id = fields.Many2one(
        "thuduc.dossier", required=True, index=True, ondelete="cascade"
    )
    from_user_id = fields.Many2one("res.users", required=True, index=True)
    to_user_id = fields.Many2one("res.users", index="btree_not_null")
    to_agency_id = fields.Many2one("thuduc.agency", required=True, index=True)
    state = fields.Selection(
        [("sent", "Sent"), ("accepted", "Accepted"), ("returned", "Returned")],
        required=True,
        default="sent",
        index=True,
    )
    note = fields.Text()
