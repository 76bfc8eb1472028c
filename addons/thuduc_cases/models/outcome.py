from odoo import fields, models


class CaseOutcome(models.Model):
    """How an event of a lawsuit ended, or on which ground it rests.

    Results of judgments (LTTHC 193, 241), grounds of suspension and termination (141,
    143), who attended a hearing: each is a row that its event types offer. ``favour``
    and ``content`` say what it means for the agency and for the enforcement; “as
    below” takes that over from the judgment under appeal.
    """

    _name = "thuduc.case.outcome"
    _description = "Outcome"
    _order = "sequence, id"

    name = fields.Char(required=True)
    code = fields.Char(required=True)
    sequence = fields.Integer(default=10)
    event_type_ids = fields.Many2many(
        "thuduc.event.type", "thuduc_case_outcome_event_type_rel", string="Offered by"
    )
    favour = fields.Selection(
        [
            ("win", "For the agency"),
            ("partial", "In part"),
            ("lose", "Against the agency"),
            ("neutral", "Neither"),
            ("below", "As the judgment below"),
        ],
        required=True,
        default="neutral",
    )
    content = fields.Selection(
        [
            ("monitored", "Something to perform"),
            ("none", "Nothing to perform"),
            ("below", "As the judgment below"),
        ],
        required=True,
        default="none",
        help="Whether the agency has something to perform that is monitored.",
    )
    opens_proceeding_type_id = fields.Many2one(
        "thuduc.proceeding.type",
        string="Opens instead",
        help="Opened instead of what the event usually opens, e.g. a new trial.",
    )
    opens_nothing = fields.Boolean(help="No proceeding follows.")
    provision_id = fields.Many2one("thuduc.legal.provision", index="btree_not_null")
    active = fields.Boolean(default=True)

    _code_uniq = models.UniqueIndex("(code)", "This outcome code is already taken.")
