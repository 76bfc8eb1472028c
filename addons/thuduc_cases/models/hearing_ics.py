import pytz

from odoo import models


class HearingIcs(models.Model):
    """A hearing as an entry of a calendar that others read."""

    _inherit = "thuduc.case.hearing"

    def _add_to(self, calendar):
        """Add this hearing to a ``vobject`` calendar."""
        self.ensure_one()
        entry = calendar.add("vevent")
        # Settings are not everybody's to read, this name may be told: sudo.
        database = self.env["ir.config_parameter"].sudo().get_param("database.uuid")
        entry.add("uid").value = f"hearing-{self.id}@{database}"
        entry.add("dtstart").value = pytz.utc.localize(self.start)
        entry.add("dtend").value = pytz.utc.localize(self.stop)
        entry.add("dtstamp").value = pytz.utc.localize(self.write_date)
        entry.add("summary").value = self.display_name
        entry.add("location").value = self._where()
        entry.add("description").value = self._ics_description()
        entry.add("url").value = f"{self.get_base_url()}/odoo/hearings/{self.id}"

    def _ics_description(self):
        who = self.representative_id.name
        lines = [
            self.case_id.title,
            self.docket_no and self.env._("Docket number %s", self.docket_no),
            who and self.env._("Representative: %s", who),
            self.online_link,
        ]
        return "\n".join(line for line in lines if line)
