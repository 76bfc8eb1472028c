from odoo import api, fields, models

MOST_STEPS = 10


class CaseSuccessionOfDefendant(models.Model):
    """Who is the defendant now: read from the records of succession.

    The first defendant stays named forever. Without a record, the only successor of a
    body that ended is the defendant by law; of several, one has to be chosen.
    """

    _inherit = "thuduc.case"

    succession_ids = fields.One2many(
        "thuduc.case.succession", "case_id", string="Succession of the defendant"
    )
    current_agency_ids = fields.Many2many(
        "thuduc.agency", compute="_compute_current_agency_ids", string="Defendants now"
    )
    defendant_position = fields.Char(
        string="Post of the defendant",
        help="Of an official sued by his post, e.g. Chánh Thanh tra.",
    )
    defendant_person = fields.Char(string="Held the post at filing")
    current_person = fields.Char(
        compute="_compute_current_person", string="Holds the post now"
    )
    is_wrong_defendant = fields.Boolean(
        string="Wrong defendant named",
        help="The petition names another defendant than the one who issued the "
        "decision. Both are kept; the written opinion raises it.",
    )
    right_agency_id = fields.Many2one(
        "thuduc.agency", string="Right defendant", index="btree_not_null"
    )
    right_capacity = fields.Selection(
        selection=lambda self: self._fields[
            "defendant_capacity"
        ]._description_selection(self.env),
        string="Right capacity",
    )
    right_defendant_note = fields.Char(string="Why")
    succession_warning = fields.Char(compute="_compute_succession_warning")

    @api.depends(
        "original_agency_id.date_to",
        "original_agency_id.successor_ids",
        "succession_ids.kind",
        "succession_ids.new_agency_id",
        "succession_ids.old_agency_id",
        "succession_ids.sequence",
    )
    def _compute_current_agency_id(self):
        """The leading successor, and his, until one is left (LTTHC 59.3)."""
        for case in self:
            agency = case.original_agency_id
            for _step in range(MOST_STEPS):
                following = case._successor_of(agency)
                if not following:
                    break
                agency = following
            case.current_agency_id = agency

    def _successor_of(self, agency):
        self.ensure_one()
        if lead := self._leading_succession(agency):
            return lead.new_agency_id
        ended = agency and not agency.is_current
        return (
            agency.successor_ids if ended and len(agency.successor_ids) == 1 else None
        )

    def _leading_succession(self, agency):
        """The first record that says who succeeds ``agency``."""
        self.ensure_one()
        return self._successions_of(agency).sorted(
            lambda s: (s.sequence, s._origin.id or 0)
        )[:1]

    def _successions_of(self, agency):
        return self.succession_ids.filtered(
            lambda s: s.kind != "office" and s.old_agency_id == agency
        )

    @api.depends("current_agency_id", "succession_ids.new_agency_id")
    def _compute_current_agency_ids(self):
        """All bodies that stand for the defendant, the leading one first."""
        for case in self:
            replaced = case.succession_ids.filtered(lambda s: s.kind != "office")
            last = replaced.new_agency_id - replaced.old_agency_id
            case.current_agency_ids = case.current_agency_id | last

    @api.depends("defendant_person", "succession_ids.new_person")
    def _compute_current_person(self):
        """Of several holders of the post the last one (LTTHC 59.3)."""
        for case in self:
            held = case.succession_ids.filtered(lambda s: s.kind == "office")
            last = held.sorted("date_effective")[-1:]
            case.current_person = last.new_person or case.defendant_person

    @api.depends(
        "current_agency_id.date_to", "succession_ids.state", "stage_id", "state"
    )
    def _compute_succession_warning(self):
        for case in self:
            waiting = case.succession_ids.filtered(lambda s: s.state == "pending")
            warning = False
            if case.state == "closed":
                warning = False
            elif case.current_agency_id and not case.current_agency_id.is_current:
                warning = self.env._(
                    "%s has ended: record who succeeds it, and tell the court.",
                    case.current_agency_id.name,
                )
            elif waiting:
                warning = self.env._(
                    "The court has not accepted the succession yet (%s).",
                    ", ".join(w.new_person or w.new_agency_id.name for w in waiting),
                )
            case.succession_warning = warning

    def _agency_to_succeed(self):
        """The defendant that ended; of one that has a successor already, that body
        again: land in several wards has several successors."""
        self.ensure_one()
        current = self.current_agency_id
        if current and not current.is_current:
            return current
        replaced = self.succession_ids.filtered(lambda s: s.kind != "office")
        return replaced.filtered("old_agency_id")[-1:].old_agency_id or current

    def _proposed_successor(self, agency):
        """Whom the law and the place of the land point to; of none, the superior."""
        successors = agency.successor_ids
        if not successors:
            ended = agency and not agency.is_current
            return (agency.superior_id or agency.parent_id) if ended else successors
        if self.ward_id in successors:
            return self.ward_id
        land = (self.land_ref or "").casefold()
        named = successors.filtered(
            lambda s: s.place and f"phường {s.place}".casefold() in land
        )
        if len(named) == 1:
            return named
        return successors if len(successors) == 1 else successors.browse()
