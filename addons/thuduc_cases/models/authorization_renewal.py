from odoo import api, fields, models
from odoo.fields import Domain


class CaseAuthorization(models.Model):
    """Which authorisations are to be given anew: the deputy left office, the head who
    signed has changed, the defendant was succeeded (LTTHC 60.4)."""

    _inherit = "thuduc.case.authorization"

    needs_renewal = fields.Boolean(
        compute="_compute_warning", search="_search_needs_renewal", string="To renew"
    )
    warning = fields.Char(compute="_compute_warning")

    @api.depends(
        "attorney_id",
        "case_id.authorization_ids.date_from",
        "case_id.current_agency_id",
        "case_state",
        "granted_by_id",
        "is_active",
        "kind",
        "principal_id.deputy_ids",
        "principal_id.head_id",
    )
    def _compute_warning(self):
        """Why a new authorisation is needed, if it is (LTTHC 60.4)."""
        for record in self:
            record.warning = record._why_renew()
            record.needs_renewal = bool(record.warning)

    def _why_renew(self):
        self.ensure_one()
        if self.kind == "counsel" or self.case_state != "open" or self._is_followed():
            return False
        left = self.attorney_id not in self.principal_id.deputy_ids
        if left and (self.is_active or self.date_revoked):
            return self.env._(
                "%s is no longer a deputy: a new authorisation is needed.",
                self.attorney_name,
            )
        if not self.is_active:
            return False
        if self.kind == "representation" and (
            self.principal_id != self.case_id.current_agency_id
        ):
            return self.env._(
                "%(name)s was authorised by %(old)s; the defendant is now %(new)s.",
                name=self.attorney_name,
                old=self.principal_id.name,
                new=self.case_id.current_agency_id.name,
            )
        if self.granted_by_id and self.granted_by_id != self.principal_id.head_id:
            return self.env._(
                "The authorisation of %s was signed by the former head: renew it.",
                self.attorney_name,
            )
        return False

    def _is_followed(self):
        """Whether a later paper of the same kind took its place."""
        self.ensure_one()
        return bool(
            self.case_id.authorization_ids.filtered(
                lambda o: (
                    o != self
                    and o.kind == self.kind
                    and o.date_from
                    and self.date_from
                    and (o.date_from, o.is_active) > (self.date_from, self.is_active)
                )
            )
        )

    def _search_needs_renewal(self, operator, value):
        """Few are in question; what decides is read from each (today, the deputies)."""
        if operator != "in":
            return NotImplemented
        candidates = self.search(
            [("case_id.state", "=", "open"), ("kind", "!=", "counsel")]
        )
        return Domain("id", "in", candidates.filtered("needs_renewal").ids)

    def action_renew(self):
        """Open the dialog that gives new authorisations instead of these."""
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("New Authorisation"),
            "res_model": "thuduc.case.authorization.renew",
            "view_mode": "form",
            "target": "new",
            "context": {"default_case_ids": self.case_id.ids},
        }
