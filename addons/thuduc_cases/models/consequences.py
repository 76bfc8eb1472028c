from datetime import timedelta

from odoo import api, fields, models

from odoo.addons.thuduc_base.models.deferred_replay import DeferredReplay
from odoo.addons.thuduc_base.models.differing import differing


class Proceeding(models.Model):
    """Events that follow from other dockets are recorded by the product itself.

    They are functions of what people recorded: a judgment on appeal ends the first
    instance, an effective judgment that was received starts the voluntary period, the
    last obligation proved completes the enforcement. Correct or withdraw the cause and
    the consequence follows.
    """

    _inherit = "thuduc.proceeding"

    def _replay(self):
        result = super()._replay()
        of_case = self.filtered(lambda p: p._is_of_case())
        (of_case | of_case.parent_id | of_case.child_ids)._sync_consequences()
        return result

    def _sync_consequences(self):
        """Record, move or withdraw the automatic events of these proceedings.

        They are the product's own, whoever recorded the cause, hence ``sudo``.
        """
        if DeferredReplay.of(self.env):
            return
        for proceeding in self.sudo().filtered("active"):
            if proceeding._is_of_case():
                for code, expected in proceeding._expected_consequences().items():
                    proceeding._sync_automatic(code, **expected)

    def _expected_consequences(self):
        """Automatic events that this docket should hold now; each procedure adds its
        own.

        :return: code → keywords of ``_sync_automatic``; ``date`` None: must not stand.
        """
        self.ensure_one()
        return {}

    def _sync_automatic(self, code, date=None, create=True, **values):
        """One automatic event of that code on ``date``, or none; a person's entry of
        the same kind stands and wins."""
        self.ensure_one()
        standing = self._standing_events(code)
        automatic = standing.filtered("automatic")
        if standing - automatic:
            automatic.withdraw(self.env._("A person has recorded it."))
        elif not date:
            automatic.withdraw(self.env._("Its cause no longer stands."))
        elif automatic:
            if changed := differing(automatic, {"date": date, **values}):
                automatic.write(changed)
        elif create:
            self.record_event(code, date, automatic=True, **values)

    # -- what the passing of time brings -------------------------------------------

    @api.model
    def _cron_record_expiries(self):
        """Record what happens because nothing happened: judgments that took effect
        and voluntary periods that ran out. May run twice or miss days."""
        today = fields.Date.context_today(self)
        self._record_effects(today)
        self._record_expiries(today)

    @api.model
    def _record_effects(self, today):
        judged = self.search(
            [
                ("type_id.code", "=", "FI"),
                ("stage_id.code", "=", "F40"),
                ("date_end", "=", False),
            ]
        )
        for proceeding in judged.filtered(lambda p: p._is_of_case()):
            effective = proceeding._effective_on()
            if effective and effective <= today:
                proceeding._sync_automatic("FI_EFFECTIVE", effective)

    @api.model
    def _record_expiries(self, today):
        expired = self.env["thuduc.deadline"].search(
            [
                ("code", "=", "EN-01"),
                ("state", "in", ("running", "overdue")),
                ("date_due", "<", today),
                ("proceeding_id.stage_id.code", "=", "E10"),
            ]
        )
        for deadline in expired:
            deadline.proceeding_id._sync_automatic(
                "EN_EXPIRED", deadline.date_due + timedelta(days=1)
            )
