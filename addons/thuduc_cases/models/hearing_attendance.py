from odoo import models
from odoo.fields import Command

# Summoned to a hearing; a related person through representatives of his own.
SUMMONED = (
    "plaintiff",
    "defendant",
    "related_plaintiff",
    "related_defendant",
    "related",
    "representative",
    "counsel",
    "witness",
    "expert",
    "interpreter",
)


class HearingAttendance(models.Model):
    """Everybody whom the court summons has a line in the list of attendance."""

    _inherit = "thuduc.case.hearing"

    def _complete_attendance(self):
        """Add lines for who is missing; drop untouched ones of who left the case."""
        for hearing in self:
            if hearing.result or not hearing.case_id:
                continue
            parties = hearing._summoned()
            known = hearing.attendance_ids
            gone = known.filtered(
                lambda a, parties=parties: (
                    a.party_id and a.party_id not in parties and not a.presence
                )
            )
            commands = [Command.delete(line.id) for line in gone]
            for party in parties - known.party_id:
                commands.append(
                    Command.create(
                        {
                            "party_id": party.id,
                            "is_agency": hearing._is_agency(party),
                            "sequence": SUMMONED.index(party.role),
                        }
                    )
                )
            if not known.filtered("is_agency") and not any(
                hearing._is_agency(party) for party in parties
            ):
                agency = hearing.case_id.current_agency_id
                commands.append(
                    Command.create(
                        {"name": agency.name, "role": "defendant", "is_agency": True}
                    )
                )
            if commands:
                hearing.attendance_ids = commands

    def _summoned(self):
        """Parties still in the case, and those who take part beside them."""
        self.ensure_one()
        parties = self.dossier_id.party_ids.filtered(lambda p: p.role in SUMMONED)
        return parties.filtered("active")._still_in()

    def _is_agency(self, party):
        """Whether this party is the agency whose attendance counts: one line only."""
        case = self.case_id
        own = self.dossier_id.party_ids.filtered(
            lambda p: (
                p.role == "defendant"
                and p.active
                and p.agency_id in (case.current_agency_id | case.original_agency_id)
            )
        )
        own = own._still_in().sorted(lambda p: p.agency_id != case.current_agency_id)
        return party == own[:1]

    def _expected_presence(self, line):
        """What is to be expected of a person before anybody has said more."""
        asked = line.request_number or line.request_date
        if asked or (line.is_agency and self.absence_request_id):
            return "request"
        return "present"
