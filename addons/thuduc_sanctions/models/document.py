from odoo import fields, models

from ..exceptions import SanctionBarred
from .sanction_papers import DECISION_FORM, MINUTES_FORM


class Document(models.Model):
    """Papers of a sanction: the gate before a decision, and what they print."""

    _inherit = "thuduc.document"

    def _sanction(self):
        """The sanction to whose file the paper belongs."""
        self.ensure_one()
        return self.dossier_id.sanction_ids[:1]

    def _check_complete(self):
        """A decision that the law forbids leaves no desk (Articles 61 to 66)."""
        super()._check_complete()
        for document in self.filtered(lambda d: d.form_id.code == DECISION_FORM):
            day = document.date or fields.Date.context_today(document)
            bars = document._sanction()._decision_bars(day)
            if bars:
                raise SanctionBarred("\n".join(bars))

    def _event_values(self):
        """The hour of the minutes counts: the file is passed on within 24 hours."""
        values = super()._event_values()
        sanction = self._sanction()
        moment = sanction.minutes_end or sanction.minutes_start
        if self.form_id.code == MINUTES_FORM and moment:
            local = fields.Datetime.context_timestamp(self, moment)
            if local.date() == self.date:
                values["datetime"] = moment
        return values

    def _prepare_form_data(self):
        data = super()._prepare_form_data()
        sanction = self._sanction()
        if sanction and self.form_id.code == DECISION_FORM:
            data |= {
                "minutes_number": sanction.minutes_number,
                "fine_total": int(sanction.fine_total),
                "act_count": len(sanction.act_ids),
            }
        return data

    # -- what the forms print --------------------------------------------------------

    def _printed_moment(self, moment):
        """“hồi 09 giờ 30 phút, ngày 05/10/2026”, dots for what is not known."""
        if not moment:
            return "hồi …… giờ …… phút, ngày ……/……/………"
        local = self.env["thuduc.deadline"]._to_office_time(moment)
        return f"hồi {local:%H} giờ {local:%M} phút, ngày {local:%d/%m/%Y}"

    def _printed_gender(self, gender):
        return {"male": "Nam", "female": "Nữ"}.get(gender, "…………")

    def _printed_amendments(self):
        """How the form cites the amendments of the Law."""
        return self.form_id.law_amendments or ""

    def _printed_authority(self):
        """Title and agency of the person who decides (note 3 of form MQĐ02)."""
        agency = self.agency_id
        return f"{agency.head_title or self.signer_title} {agency.name}"

    def _printed_kind(self, parties):
        organisations = parties.filtered(lambda party: party._is_organisation())
        if not organisations:
            return "cá nhân"
        return "tổ chức" if organisations == parties else "cá nhân, tổ chức"

    def _printed_role(self, parties):
        """How the violators are called: persons, organisations or both."""
        organisations = parties.filtered(lambda party: party._is_organisation())
        if not organisations:
            return "ông (bà)"
        return "tổ chức" if organisations == parties else "ông (bà), tổ chức"

    def _printed_capacity(self, parties):
        organisations = parties.filtered(lambda party: party._is_organisation())
        if not organisations:
            return "cá nhân"
        represented = "người đại diện của tổ chức"
        return represented if organisations == parties else f"cá nhân, {represented}"

    def _printed_signatories(self, parties):
        """Who stands for the violators: the person, or who represents it at law."""
        return ", ".join(
            (party._is_organisation() and party.representative_name) or party.name
            for party in parties
        )
