from datetime import timedelta

from odoo import api, fields, models
from odoo.fields import Domain

from odoo.addons.thuduc_base.tools import numeric_moment

MARGIN_PARAMETER = "thuduc_cases.hearing_travel_minutes"


class HearingConflict(models.Model):
    """One person cannot be in two courtrooms: overlaps, and too little time to travel.

    The margin is a setting of the office. Who may not open the other lawsuit is warned
    all the same, without its name.
    """

    _inherit = "thuduc.case.hearing"

    conflict_ids = fields.Many2many(
        "thuduc.case.hearing",
        "thuduc_case_hearing_conflict_rel",
        "hearing_id",
        "other_id",
        compute="_compute_conflict",
        string="Clashes with",
    )
    has_conflict = fields.Boolean(
        compute="_compute_conflict", search="_search_has_conflict"
    )
    conflict_warning = fields.Char(compute="_compute_conflict")

    @api.model
    def _travel_margin(self):
        # A setting of the office, the same for everybody: sudo reads it.
        value = self.env["ir.config_parameter"].sudo().get_param(MARGIN_PARAMETER)
        return timedelta(minutes=int(value or 0))

    @api.depends(
        "active",
        "is_online",
        "place",
        "representative_id",
        "result",
        "start",
        "stop",
        "user_id",
    )
    @api.depends_context("uid")
    def _compute_conflict(self):
        margin = self._travel_margin()
        around = self._open_around(margin)
        for hearing in self:
            clashing = around.filtered(
                lambda other, hearing=hearing: hearing._clashes(other, margin)
            )
            visible = clashing.sudo(False)._filtered_access("read")
            hearing.conflict_ids = visible
            hearing.has_conflict = bool(clashing)
            hearing.conflict_warning = (
                hearing._conflict_text(clashing, visible) if clashing else False
            )

    def _open_around(self, margin):
        """Hearings still to be held near these: of all lawsuits, since a clash binds
        also who may not open the other one; hence ``sudo``."""
        starts = [hearing.start for hearing in self if hearing.start]
        if not starts:
            return self.sudo().browse()
        stops = [hearing.stop for hearing in self if hearing.stop]
        return self.sudo().search(
            Domain("result", "=", False)
            & Domain("start", "<=", max(stops) + margin)
            & Domain("stop", ">=", min(starts) - margin)
        )

    def _clashes(self, other, margin):
        """Whether the same person is expected at both, and cannot be."""
        own = self._origin or self
        if own.id == other.id or self.result or not self.start or not self.active:
            return False
        people = self.representative_id | self.user_id
        if not people & (other.representative_id | other.user_id):
            return False
        if self.start < other.stop and other.start < self.stop:
            return True
        if self.is_online or other.is_online or self._same_place(other):
            return False
        gap = max(self.start - other.stop, other.start - self.stop)
        return gap < margin

    def _same_place(self, other):
        if self.place or other.place:
            return self.place == other.place
        return self.court_id.id == other.court_id.id

    def _conflict_text(self, clashing, visible):
        self.ensure_one()
        people = self.representative_id | self.user_id
        visible = visible.with_context(thuduc_show_conflict=False)
        names = {other.id: other.display_name for other in visible}
        hidden = self.env._("a hearing of another file")
        lines = []
        for other in clashing:
            who = people & (other.representative_id | other.user_id)
            lines.append(
                self.env._(
                    "%(people)s: %(hearing)s at %(moment)s",
                    people=", ".join(who.mapped("name")),
                    hearing=names.get(other.id, hidden),
                    moment=numeric_moment(other._local_start()),
                )
            )
        return "; ".join(lines)

    def _search_has_conflict(self, operator, value):
        if operator != "in":
            return NotImplemented
        ahead = self.search(
            Domain("result", "=", False) & Domain("stop", ">=", fields.Datetime.now())
        )
        return Domain("id", "in", ahead.filtered("has_conflict").ids)
