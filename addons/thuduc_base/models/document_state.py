from odoo import api, fields, models

from ..exceptions import TransitionNotAllowed
from .document_freeze import STAMPED

OFFICER = "thuduc_base.group_officer"
CLERK = "thuduc_base.group_clerk"
HEAD = "thuduc_base.group_head"
LEADER = "thuduc_base.group_leader"
DRAFTERS = (OFFICER, CLERK)
APPROVERS = (HEAD,)
ISSUERS = (CLERK, LEADER)
VOIDERS = (LEADER,)

# The one table of steps: route → state → next state → groups that may take the step.
# It feeds the buttons (can_…) and the guard in ``write``.
ROUTES = {
    "approval": {
        "draft": {"submitted": DRAFTERS, "cancelled": DRAFTERS},
        "submitted": {"approved": APPROVERS, "draft": APPROVERS},
        "approved": {"issued": ISSUERS, "draft": (HEAD, CLERK)},
        "issued": {"cancelled": VOIDERS},
    },
    "direct": {
        "draft": {"issued": DRAFTERS, "cancelled": DRAFTERS},
        "issued": {"cancelled": VOIDERS},
    },
    "incoming": {
        "draft": {"issued": ISSUERS, "cancelled": DRAFTERS},
        "issued": {"cancelled": VOIDERS},
    },
}
NEEDS_REMARKS = frozenset({"cancelled", "draft"})


class DocumentState(models.Model):
    """The steps of a paper, guarded for every caller.

    The superuser is spared the question of groups and of who drafted, never the order
    of the steps.
    """

    _inherit = "thuduc.document"

    route = fields.Selection(
        [
            ("approval", "Approved, then issued"),
            ("direct", "Made on the spot"),
            ("incoming", "Registered on arrival"),
        ],
        compute="_compute_route",
    )
    can_submit = fields.Boolean(compute="_compute_can")
    can_approve = fields.Boolean(compute="_compute_can")
    can_return = fields.Boolean(compute="_compute_can")
    can_issue = fields.Boolean(compute="_compute_can")
    can_cancel = fields.Boolean(compute="_compute_can")

    @api.depends("direction", "form_id.needs_approval")
    def _compute_route(self):
        for document in self:
            if document.direction == "in":
                document.route = "incoming"
            elif document.form_id and not document.form_id.needs_approval:
                document.route = "direct"
            else:
                document.route = "approval"

    @api.depends("state", "route", "drafter_id", "submitted_by_id")
    @api.depends_context("uid")
    def _compute_can(self):
        for document in self:
            document.can_submit = document._may("submitted")
            document.can_approve = document._may("approved")
            document.can_return = document._may("draft")
            document.can_issue = document._may("issued")
            document.can_cancel = document._may("cancelled")

    @api.model_create_multi
    def create(self, vals_list):
        """Every paper begins as a draft of its creator, whatever the context says."""
        stamps = dict.fromkeys(STAMPED, False)
        drafts = [
            {**vals, **stamps, "state": "draft", "drafter_id": self.env.uid}
            for vals in vals_list
        ]
        return super().create(drafts)

    def write(self, vals):
        """Refuse what the state or the table of steps does not allow."""
        vals = dict(vals)
        target = vals.pop("state", None)
        remarks = vals.pop("remarks", None) if target else None
        if vals:
            self._check_open(vals)
            super().write(vals)
            if vals.get("scan"):
                self._seal_late_scans()
        if target:
            self.filtered(lambda d: d.state != target)._step(target, remarks)
        return True

    # -- buttons -----------------------------------------------------------------------

    def action_submit(self):
        """Hand the draft to whoever approves it."""
        return self._act("submitted")

    def action_approve(self):
        """Approve what somebody else has drafted."""
        return self._act("approved")

    def action_return(self, remarks=None):
        """Send back to the drafter; without remarks a dialog asks for them."""
        return self._act("draft", remarks)

    def action_issue(self):
        """Number, print, seal and freeze the paper; all or nothing."""
        return self._act("issued")

    def action_cancel(self, remarks=None):
        """Make void; a number once taken stays in the register with the reason."""
        return self._act("cancelled", remarks)

    def _act(self, target, remarks=None):
        if target in NEEDS_REMARKS and not remarks:
            return self._ask_remarks(target)
        self.write({"state": target, "remarks": remarks})
        return True

    def _ask_remarks(self, target):
        void = target == "cancelled"
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Make Void") if void else self.env._("Return"),
            "res_model": "thuduc.document.remark",
            "view_mode": "form",
            "target": "new",
            "context": {
                "default_document_ids": self.ids,
                "default_target": target,
            },
        }

    # -- the guard ---------------------------------------------------------------------

    def _may(self, target):
        """Whether the present user may take the step; the buttons ask the same."""
        self.ensure_one()
        groups = ROUTES[self.route].get(self.state, {}).get(target, ())
        if self.env.su:
            return bool(groups)
        if target == "approved" and self.env.user in self._drafters():
            return False
        return any(self.env.user.has_group(group) for group in groups)

    def _drafters(self):
        return self.drafter_id | self.submitted_by_id

    def _step(self, target, remarks):
        for document in self:
            if not document._may(target):
                raise TransitionNotAllowed(document._refusal(target))
        if target in NEEDS_REMARKS and not (remarks or "").strip():
            raise TransitionNotAllowed(
                self.env._("Say why: the drafter and the register need the reason.")
            )
        getattr(self, f"_enter_{target}")(remarks)

    def _refusal(self, target):
        """Why the step is refused, and who may take it."""
        states = dict(self._fields["state"]._description_selection(self.env))
        names = {
            "paper": self.display_name,
            "state": states[self.state],
            "target": states.get(target, target),
        }
        groups = ROUTES[self.route].get(self.state, {}).get(target)
        if not groups:
            return self.env._(
                "“%(paper)s” is “%(state)s” and cannot become “%(target)s” from there.",
                **names,
            )
        if target == "approved" and self.env.user in self._drafters():
            return self.env._(
                "Whoever drafted or submitted “%(paper)s” cannot approve it: ask "
                "another person with that power.",
                **names,
            )
        # Names of groups are no secret, though only managers may read groups.
        powers = [self.env.ref(group).sudo().name for group in groups]
        return self.env._(
            "You may not make “%(paper)s” “%(target)s”. This needs: %(powers)s.",
            powers="; ".join(powers),
            **names,
        )

    def _stamp(self, values):
        """The steps' own write, past the guard."""
        return super().write(values)

    # -- the steps ---------------------------------------------------------------------

    def _enter_submitted(self, remarks):
        self._check_complete()
        self._stamp(
            {
                "state": "submitted",
                "submitted_by_id": self.env.uid,
                "submitted_at": fields.Datetime.now(),
                "remarks": False,
            }
        )
        self._ask_approval()

    def _enter_approved(self, remarks):
        self._stamp(
            {
                "state": "approved",
                "approved_by_id": self.env.uid,
                "approved_at": fields.Datetime.now(),
            }
        )
        self._close_activities()

    def _enter_draft(self, remarks):
        self._stamp(
            {
                "state": "draft",
                "submitted_by_id": False,
                "submitted_at": False,
                "approved_by_id": False,
                "approved_at": False,
                "remarks": remarks,
            }
        )
        self._close_activities()
        self._ask_correction(remarks)
