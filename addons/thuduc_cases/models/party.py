from odoo import fields, models

PARTIES = ("plaintiff", "defendant", "related_plaintiff", "related_defendant")


class Party(models.Model):
    """Who takes part in a lawsuit, and as what (LTTHC 53)."""

    _inherit = "thuduc.party"

    role = fields.Selection(
        selection_add=[
            ("plaintiff", "Plaintiff"),
            ("defendant", "Defendant"),
            ("related_plaintiff", "Related person, plaintiff's side"),
            ("related_defendant", "Related person, defendant's side"),
            ("related", "Related person with an independent claim"),
            ("representative", "Representative"),
            ("counsel", "Defender of rights and interests"),
            ("witness", "Witness"),
            ("expert", "Expert"),
            ("interpreter", "Interpreter"),
        ],
        ondelete={
            "plaintiff": "set null",
            "defendant": "set null",
            "related_plaintiff": "set null",
            "related_defendant": "set null",
            "related": "set null",
            "representative": "set null",
            "counsel": "set null",
            "witness": "set null",
            "expert": "set null",
            "interpreter": "set null",
        },
    )
