from odoo import api, fields, models
from odoo.fields import Domain

CHALLENGEABLE = (
    "decision",
    "complaint_first",
    "complaint_second",
    "dismissal",
    "voters",
)


def _pattern(number):
    """The number for a search that ignores case. Some databases do not know the case
    of “Đ”: any letter stands for one that is not ASCII."""
    return "".join(
        "_" if not char.isascii() else f"\\{char}" if char in "%_\\" else char
        for char in number.strip()
    )


class CaseRelated(models.Model):
    """Which other lawsuits belong to this one: linked, joined, severed, and those that
    challenge the same decision or belong to the same project."""

    _inherit = "thuduc.case"

    link_ids = fields.One2many("thuduc.case.link", "case_id", string="Related lawsuits")
    suggested_case_ids = fields.Many2many(
        "thuduc.case",
        compute="_compute_suggested_case_ids",
        compute_sudo=False,
        string="Probably related",
    )
    severed_case_ids = fields.One2many(
        "thuduc.case", "parent_case_id", string="Severed from this one"
    )
    joined_case_ids = fields.One2many(
        "thuduc.case", "merged_into_id", string="Joined to this one"
    )

    @api.depends(
        "link_ids.other_case_id",
        "object_ids.document_id",
        "object_ids.issuer_id",
        "object_ids.number",
        "project",
    )
    def _compute_suggested_case_ids(self):
        for case in self:
            domain = case._domain_related()
            known = (
                case._origin
                | case.link_ids.other_case_id
                | case.merged_into_id
                | case.joined_case_ids
                | case.parent_case_id
                | case.severed_case_ids
            )
            found = self.browse()
            if domain:
                found = self.search(domain & Domain("id", "not in", known.ids))
            case.suggested_case_ids = found

    def _domain_related(self):
        """Lawsuits about the same decision (paper, or number and issuer) or project."""
        self.ensure_one()
        domains = [
            self._domain_same_object(
                challenged.document_id, challenged.number, challenged.issuer_id
            )
            for challenged in self.object_ids.filtered(
                lambda o: o.kind in CHALLENGEABLE
            )
        ]
        if self.project:
            domains.append(Domain("project", "=ilike", self.project.strip()))
        domains = [domain for domain in domains if domain]
        return Domain.OR(domains) if domains else None

    @api.model
    def _domain_same_object(self, document, number, issuer):
        """Lawsuits that challenge that decision; None if it is not identified."""
        domains = []
        if document:
            domains.append(Domain("object_ids.document_id", "=", document.id))
        if number and number.strip():
            same = Domain("number", "=ilike", _pattern(number))
            if issuer:
                same &= Domain("issuer_id", "in", [issuer.id, False])
            domains.append(Domain("object_ids", "any", same))
        return Domain.OR(domains) if domains else None

    def action_link_suggested(self):
        """Link every lawsuit that is probably related."""
        self.ensure_one()
        mine = self.object_ids.filtered(lambda o: o.kind in CHALLENGEABLE)
        numbers = {
            (number or "").strip().casefold() for number in mine.mapped("number")
        }
        for other in self.suggested_case_ids:
            theirs = {
                (number or "").strip().casefold()
                for number in other.object_ids.mapped("number")
            }
            same_decision = (numbers & theirs - {""}) or (
                mine.document_id & other.object_ids.document_id
            )
            self.env["thuduc.case.link"].create(
                {
                    "case_id": self.id,
                    "other_case_id": other.id,
                    "reason": "decision" if same_decision else "project",
                }
            )

    def action_join(self):
        """Open the dialog that joins this lawsuit to another one (LTTHC 35.1)."""
        return self._open_wizard("thuduc.case.join", self.env._("Join Lawsuits"))

    def action_sever(self):
        """Open the dialog that severs a part of this lawsuit (LTTHC 35.2)."""
        return self._open_wizard("thuduc.case.sever", self.env._("Sever a Part"))
