from odoo import fields, models


class SanctionMinutes(models.AbstractModel):
    """What the minutes of the violation say beside acts and persons.

    Form MBB01 of Decree 118/2021; numbers of items are those of the form.
    """

    _name = "thuduc.sanction.minutes"
    _description = "Contents of the Minutes of Violation"

    minutes_start = fields.Datetime(string="Minutes begun at")
    minutes_end = fields.Datetime(string="Minutes finished at")
    minutes_place = fields.Char(string="Minutes made at")
    minutes_office_reason = fields.Char(
        string="Why not on the spot",
        help="Reason for making the minutes at the office or elsewhere.",
    )
    minutes_basis = fields.Text(
        string="Basis of the minutes",
        help="Inspection record, conclusion, result of a device, report…",
    )
    maker_ids = fields.Many2many(
        "res.users",
        "thuduc_sanction_maker_rel",
        string="Minutes made by",
        default=lambda self: self.env.user,
    )
    maker_title = fields.Char(string="Title of the maker")
    violator_statement = fields.Text(string="Statement of the violator")
    witness_statement = fields.Text(string="Statement of witness or authority")
    victim_statement = fields.Text(string="Statement of the victim")
    preventive_measures = fields.Text(
        help="Preventive and security measures applied, and what was seized."
    )
    explanation_addressee = fields.Char(
        string="Explanation addressed to",
        help="Title and agency of the person who is competent to sanction.",
    )
    summons_at = fields.Datetime(string="Violator summoned for")
    summons_place = fields.Char(string="Summoned to")
    sheet_count = fields.Integer(string="Sheets", default=2)
    copy_count = fields.Integer(string="Copies", default=2)
    refusal_reason = fields.Char(
        string="Why the violator did not sign",
        help="Leave empty if the violator signed.",
    )
    witness_refusal_reason = fields.Char(string="Why the witness did not sign")

    _copies_enough = models.Constraint(
        "CHECK (copy_count >= 2)",
        "Minutes of a violation are made in at least two copies.",
    )
