from odoo import models
from odoo.fields import Domain


class DossierReminder(models.Model):
    """Who is told about the deadlines of a dossier, and where they stand."""

    _inherit = "thuduc.dossier"

    def write(self, vals):
        result = super().write(vals)
        if vals.keys() & {"active", "agency_id", "user_id"}:
            self._open_duties()._plan_reminders()
        return result

    def _open_duties(self):
        """Duties that run, or ran out.

        With sudo: the reminders follow the dossier, whoever was allowed to move it.
        """
        return (
            self.env["thuduc.deadline"]
            .sudo()
            .search(
                Domain("dossier_id", "in", self.ids)
                & Domain("severity", "=", "hard")
                & Domain("state", "in", ("running", "overdue"))
            )
        )

    def _concrete_by_dossier(self):
        """Lawsuit or sanction of each dossier that has one."""
        return {
            record.dossier_id: record
            for dossiers in self.grouped("kind").values()
            for record in dossiers._concrete()
        }

    def _people_in_charge(self):
        """Of each dossier the officer or the substitute; without, the nearest head.

        A substitute who may not read the dossier (a confidential one) is passed over.
        """
        found = {}
        for officer, dossiers in self.grouped("user_id").items():
            present = officer._present() if officer.active else officer
            readable = dossiers
            if present != officer:
                readable = dossiers.with_user(present)._filtered_access("read")
            for dossier in dossiers:
                fits = officer.active and dossier in readable
                found[dossier] = present if fits else dossier._people_above(1)
        return found

    def _people_above(self, count):
        """The first ``count`` people of the ladder: head of unit, then leadership."""
        self.ensure_one()
        heads = self.agency_id._heads_upwards() - self.user_id
        present = self.env["res.users"]
        for head in heads.filtered("active")[:count]:
            present |= head._present()
        return present
