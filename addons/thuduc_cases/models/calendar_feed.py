import secrets
from datetime import timedelta

import vobject

from odoo import api, fields, models
from odoo.fields import Domain

KEPT_MINUTES = 5
DAYS_BACK = 90
TOKEN_BYTES = 32


class CalendarFeed(models.Model):
    """The secret address at which a user's telephone reads the calendar of hearings.

    Whoever knows the address reads what its owner may read: it is long, known to the
    owner alone, and can be withdrawn. Answers are kept some minutes, so that a client
    that asks too often costs nothing.
    """

    _name = "thuduc.case.calendar.feed"
    _description = "Calendar Subscription"
    _rec_name = "user_id"

    user_id = fields.Many2one(
        "res.users", required=True, readonly=True, ondelete="cascade", index=True
    )
    token = fields.Char(required=True, readonly=True, copy=False)
    only_mine = fields.Boolean(
        string="Only hearings that I attend or follow",
        default=True,
        help="Otherwise all hearings of the lawsuits that you may open.",
    )
    url = fields.Char(compute="_compute_url", string="Address")
    content = fields.Text(readonly=True)
    content_at = fields.Datetime(readonly=True)
    last_read_at = fields.Datetime(readonly=True, string="Last read")

    _user_uniq = models.UniqueIndex("(user_id)", "There is one address per user.")
    _token_uniq = models.UniqueIndex("(token)", "This address is taken.")

    @api.depends("token")
    def _compute_url(self):
        for feed in self:
            feed.url = f"{feed.get_base_url()}/thuduc/calendar/{feed.token}.ics"

    def write(self, vals):
        if "only_mine" in vals:
            vals = {**vals, "content_at": False}
        return super().write(vals)

    @api.model
    def _own(self):
        """The address of this user, made at first use; nobody has the right to make
        one by hand, hence ``sudo``."""
        own = self.search([("user_id", "=", self.env.uid)], limit=1)
        return own or self.sudo().create(
            {"user_id": self.env.uid, "token": self._new_token()}
        ).sudo(False)

    @api.model
    def _new_token(self):
        return secrets.token_urlsafe(TOKEN_BYTES)

    @api.model
    def action_subscribe(self):
        """Show the address, with what to do with it."""
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Subscribe to the Calendar"),
            "res_model": self._name,
            "res_id": self._own().id,
            "view_mode": "form",
            "target": "new",
        }

    def action_renew(self):
        """Another address: the old one opens nothing any more."""
        self.check_access("write")
        # The token is nobody's to write, only to renew.
        self.sudo().write({"token": self._new_token(), "content_at": False})
        return self.action_subscribe()

    def action_revoke(self):
        """No address: what knows the old one reads nothing."""
        self.check_access("write")
        # No role deletes addresses; the owner gives up his own here.
        self.sudo().unlink()
        return {"type": "ir.actions.act_window_close"}

    @api.model
    def _by_token(self, token):
        """The address with that token, if its owner is still a user."""
        found = self.search([("token", "=", token)], limit=1)
        return found.filtered(lambda feed: feed.user_id.active)

    def _read_content(self):
        """The calendar as text, made anew at most every few minutes."""
        self.ensure_one()
        now = fields.Datetime.now()
        fresh = now - timedelta(minutes=KEPT_MINUTES)
        if not self.content_at or self.content_at < fresh:
            self.write(
                {
                    "content": self._build(),
                    "content_at": now,
                    "last_read_at": now,
                }
            )
        return self.content

    def _build(self):
        """What the owner may see, by the owner's own rights and language."""
        owner = self.user_id
        env = self.with_user(owner).with_context(
            lang=owner.lang, tz=owner.tz, active_test=True
        )
        hearings = env.env["thuduc.case.hearing"].search(self._domain())
        calendar = vobject.iCalendar()
        calendar.add("prodid").value = "-//Thu Duc//Hearings//VI"
        calendar.add("x-wr-calname").value = env.env._("Hearings")
        for hearing in hearings:
            hearing._add_to(calendar)
        return calendar.serialize()

    def _domain(self):
        since = fields.Datetime.now() - timedelta(days=DAYS_BACK)
        domain = Domain("start", ">=", since) & Domain(
            "result", "not in", ("postponed", "replaced", "cancelled")
        )
        if self.only_mine:
            uid = self.user_id.id
            mine = Domain.OR(
                Domain(name, "=", uid)
                for name in ("representative_id", "user_id", "case_id.deputy_id")
            )
            counsel = Domain(
                "case_id.authorization_ids",
                "any",
                [("kind", "=", "counsel"), ("attorney_id", "=", uid)],
            )
            domain &= mine | counsel
        return domain
