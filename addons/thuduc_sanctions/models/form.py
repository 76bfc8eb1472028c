from odoo import fields, models

from .sanction_papers import DECISION_FORM, MINUTES_FORM


class Form(models.Model):
    """Forms of the sanction procedure know what their papers must contain."""

    _inherit = "thuduc.form"

    law_amendments = fields.Char(
        help="How the form cites the amendments of Law 15/2012 after its name."
    )

    def _missing(self, document):
        missing = super()._missing(document)
        sanction = document.dossier_id.sanction_ids[:1]
        if not sanction:
            return missing
        if self.code == MINUTES_FORM:
            return missing + self._missing_in_minutes(sanction)
        if self.code == DECISION_FORM:
            return missing + self._missing_in_decision(sanction)
        return missing

    def _missing_in_minutes(self, sanction):
        """Article 58.3 of Law 15/2012 and the notes of form MBB01."""
        missing = self._missing_in_acts(sanction)
        facts = {
            self.env._("time of the act"): all(
                act.time_start or act.time_end for act in sanction.act_ids
            ),
            self.env._("place of the act"): all(
                act.place or sanction.place for act in sanction.act_ids
            ),
            self.env._("who makes the minutes"): sanction.maker_ids,
            self.env._("to whom explanations are addressed"): (
                sanction.explanation_addressee or not sanction.has_explanation_right
            ),
            self.env._("witness or authority who confirms the refusal to sign"): (
                not sanction.refusal_reason
                or sanction.witness_refusal_reason
                or sanction._parties_in("witness", "authority")
            ),
        }
        return missing + [label for label, given in facts.items() if not given]

    def _missing_in_decision(self, sanction):
        """Article 68 of Law 15/2012 and the notes of form MQĐ02."""
        fined = sanction.act_ids.filtered(lambda act: act.main_sanction == "fine")
        facts = {
            self.env._("minutes of violation"): sanction.minutes_date,
            self.env._("fine of each act"): all(fined.mapped("fine_amount")),
            self.env._("treasury and account for the fine"): (
                not fined or (sanction.treasury_name and sanction.treasury_account)
            ),
        }
        return self._missing_in_acts(sanction) + [
            label for label, given in facts.items() if not given
        ]

    def _missing_in_acts(self, sanction):
        acts = sanction.act_ids
        facts = {
            self.env._("violator"): sanction._violators(),
            self.env._("acts of violation"): acts,
            self.env._("violator of each act"): all(act.party_id for act in acts),
            self.env._("provision violated"): all(acts.mapped("provision")),
        }
        return [label for label, given in facts.items() if not given]
