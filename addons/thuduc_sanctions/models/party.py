from odoo import api, fields, models

from odoo.addons.thuduc_base.tools import check_personal_id, check_tax_code

# Kinds that are fined as organisations; all others as individuals (Decree 118/2021,
# Article 3: households and business households are fined as individuals).
ORGANISATIONS = ("organisation", "agency")


class Party(models.Model):
    """Violators and the other persons whom the minutes of a violation name."""

    _inherit = "thuduc.party"

    role = fields.Selection(
        selection_add=[
            ("violator", "Violator"),
            ("witness", "Witness"),
            ("authority", "Representative of the commune authority"),
            ("victim", "Victim"),
            ("interpreter", "Interpreter"),
        ],
    )
    identity_doubt = fields.Char(
        string="To be checked", compute="_compute_identity_doubt"
    )
    act_ids = fields.One2many("thuduc.sanction.act", "party_id", string="Acts")

    @api.depends("identity_number", "birth_date", "gender", "tax_code", "kind")
    def _compute_identity_doubt(self):
        """What looks wrong in the numbers: a warning, never a refusal."""
        told = self._identity_doubts()
        for party in self:
            number = (party.identity_number or "").strip()
            tax_code = (party.tax_code or "").strip()
            codes = []
            if number and party._is_vietnamese():
                codes += check_personal_id(number, party.birth_date, party.gender)
            if tax_code:
                codes += check_tax_code(tax_code)
            party.identity_doubt = " ".join(
                told[code] for code in dict.fromkeys(codes) if code in told
            )

    def _is_vietnamese(self):
        self.ensure_one()
        country = self.nationality_id
        return not country or country == self.env.ref("base.vn", False)

    @api.model
    def _identity_doubts(self):
        return {
            "not_12_digits": self.env._("The personal ID has not 12 digits."),
            "old_9_digits": self.env._("This is an old identity card of 9 digits."),
            "province": self.env._("The personal ID names no known province."),
            "birth_in_future": self.env._("The personal ID names a year to come."),
            "birth_year": self.env._("The personal ID names another year of birth."),
            "gender": self.env._("The personal ID names the other sex."),
            "format": self.env._("The tax code has not 10 digits."),
            "branch": self.env._("The tax code names no dependent unit."),
            "check_digit": self.env._("The tax code fails its check digit."),
        }

    def _is_organisation(self):
        """Whether fined as an organisation; an unknown violator as an individual."""
        return bool(self) and self.kind in ORGANISATIONS

    def _age_on(self, day):
        """Completed years on ``day``; None if the date of birth is unknown."""
        self.ensure_one()
        born = self.birth_date
        if not born or not day:
            return None
        return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
