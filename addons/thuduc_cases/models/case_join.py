from odoo import api, fields, models

# What one decision of the court puts into two dockets.
OTHER_SIDE = {
    "FI_JOINED": "FI_JOINED_INTO",
    "FI_JOINED_INTO": "FI_JOINED",
    "FI_SEVERED": "FI_SEVERED_FROM",
    "FI_SEVERED_FROM": "FI_SEVERED",
}


class CaseJoin(models.Model):
    """Lawsuits are joined and severed by the court (LTTHC 35); both dockets hold it.

    A joined lawsuit ends, its litigants and objects go on in the other one. A part
    that is severed is a lawsuit of its own, with its own docket number.
    """

    _inherit = "thuduc.case"

    merged_into_id = fields.Many2one(
        compute="_compute_joined", store=True, readonly=True
    )
    parent_case_id = fields.Many2one(
        compute="_compute_joined", store=True, readonly=True
    )

    @api.depends(
        "dossier_id.event_ids.other_case_id",
        "dossier_id.event_ids.type_id",
        "dossier_id.event_ids.withdrawn",
    )
    def _compute_joined(self):
        for case in self:
            standing = case.event_ids.filtered(
                lambda e: e.other_case_id and not e.withdrawn
            )
            joined = standing.filtered(lambda e: e.code == "FI_JOINED_INTO")
            severed = standing.filtered(lambda e: e.code == "FI_SEVERED_FROM")
            case.merged_into_id = joined[-1:].other_case_id
            case.parent_case_id = severed[-1:].other_case_id

    def _join_to(self, other, date, **values):
        """Record that this lawsuit was joined to ``other``, which takes over its
        litigants and objects."""
        self.ensure_one()
        other._take_over(self)
        other.record_event("FI_JOINED", date, other_case_id=self.id, **values)
        self.record_event("FI_JOINED_INTO", date, other_case_id=other.id, **values)

    def _take_over(self, joined):
        """Litigants and objects that are not in this file yet."""
        self.ensure_one()
        mine = {(party.role, party.name.casefold()) for party in self.party_ids}
        for party in joined.party_ids:
            if (party.role, party.name.casefold()) not in mine:
                party.copy({"dossier_id": self.dossier_id.id})
        numbers = {(o.kind, o.number, o.date) for o in self.object_ids}
        for challenged in joined.object_ids:
            if (challenged.kind, challenged.number, challenged.date) not in numbers:
                challenged.copy({"case_id": self.id})

    def _sever(self, parties, objects, date, docket_no=None, **values):
        """Open the lawsuit that the court severed from this one.

        :param parties: who goes; the defendant and the rest stay and are copied.
        :param objects: what is challenged there; copied too.
        :return: the new lawsuit, accepted on ``date``.
        """
        self.ensure_one()
        severed = self.create(self._prepare_severed_values(parties))
        for party in parties | self._parties_of("defendant"):
            party.copy({"dossier_id": severed.dossier_id.id})
        for challenged in objects:
            challenged.copy({"case_id": severed.id})
        parties.severed_event_id = self.record_event(
            "FI_SEVERED", date, other_case_id=severed.id, **values
        )
        severed.record_event("FI_SEVERED_FROM", date, other_case_id=self.id, **values)
        severed.record_event("FI_ACCEPTED", date, document_number=docket_no or False)
        return severed

    def _prepare_severed_values(self, parties):
        names = ", ".join(parties.mapped("name")[:2])
        return {
            "title": f"{names}: {self.title}" if self.title else names,
            "court_id": self.court_id.id,
            "original_agency_id": self.original_agency_id.id,
            "defendant_capacity": self.defendant_capacity,
            "field_id": self.field_id.id,
            "agency_id": self.agency_id.id,
            "user_id": self.user_id.id,
            "project": self.project,
            "land_ref": self.land_ref,
            "ward_id": self.ward_id.id,
            "confidential": self.confidential,
        }
