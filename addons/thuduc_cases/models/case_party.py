from odoo import api, fields, models
from odoo.exceptions import UserError

from odoo.addons.thuduc_base.exceptions import NoProceeding

MOST_NAMES = 3


class CaseParty(models.Model):
    """The litigants of a lawsuit: who they are, how many, and who still takes part."""

    _inherit = "thuduc.case"

    plaintiff_count = fields.Integer(
        compute="_compute_plaintiff_names", store=True, string="Number of plaintiffs"
    )
    plaintiff_status = fields.Char(
        compute="_compute_plaintiff_status", string="Plaintiffs by status"
    )

    @api.depends("party_ids.name", "party_ids.role", "party_ids.active")
    def _compute_plaintiff_names(self):
        """All names of a few; of many the first ones and how many more there are. The
        words are those of Vietnamese papers, as names are."""
        for case in self:
            names = case._parties_of("plaintiff").mapped("name")
            named = names if len(names) <= MOST_NAMES + 1 else names[:MOST_NAMES]
            text = ", ".join(name for name in named if name)
            if len(named) < len(names):
                text = f"{text} và {len(names) - len(named)} người khác"
            case.plaintiff_names = text
            case.plaintiff_count = len(names)

    @api.depends("party_ids.status", "party_ids.role", "party_ids.active")
    def _compute_plaintiff_status(self):
        labels = dict(
            self.env["thuduc.party"]._fields["status"]._description_selection(self.env)
        )
        for case in self:
            by_status = case._parties_of("plaintiff").grouped("status")
            case.plaintiff_status = " · ".join(
                f"{labels[status]}: {len(by_status[status])}"
                for status in labels
                if by_status.get(status)
            )

    def _parties_of(self, *roles):
        self.ensure_one()
        return self.party_ids.filtered(lambda party: party.role in roles)

    def _creditor_names(self):
        """Who may be entitled under the judgment: plaintiffs still in the case."""
        self.ensure_one()
        staying = self._parties_of("plaintiff")._still_in()
        return ", ".join(staying.mapped("name")) or self.plaintiff_names

    def _record_party_change(self, change, parties, date, **values):
        """Record one event for each of ``parties`` in the docket that runs.

        :param str change: end of the code (``PARTY_WITHDREW``…).
        """
        self.ensure_one()
        if not parties:
            raise UserError(self.env._("Choose the persons concerned."))
        proceeding = self._running_docket(change)
        values = {name: value for name, value in values.items() if value}
        with self.env["thuduc.proceeding"]._deferring_replay() as context:
            docket = proceeding.with_context(**context)
            for party in parties:
                docket.record_event(
                    f"{docket.type_id.code}_{change}",
                    date,
                    party_id=party.id,
                    **values,
                )

    def _running_docket(self, ending):
        """The docket, of those that know such an event, that runs and began last."""
        self.ensure_one()
        fitting = self.proceeding_ids.filtered(
            lambda p: (
                p.active
                and f"{p.type_id.code}_{ending}"
                in p.type_id.event_type_ids.mapped("code")
            )
        )
        running = fitting.filtered(lambda p: not p.date_end) or fitting
        if not running:
            raise NoProceeding(
                self.env._("No proceeding of this lawsuit can hold such an entry.")
            )
        return running.sorted("id")[-1]

    def action_paste_parties(self):
        """Open the box into which a list of many people is pasted."""
        return self._open_wizard("thuduc.party.paste", self.env._("Add Many Litigants"))

    def action_change_parties(self):
        """Open the dialog that records what became of some parties."""
        return self._open_wizard(
            "thuduc.party.change", self.env._("Status of Litigants")
        )

    def _open_wizard(self, model, name, **context):
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": name,
            "res_model": model,
            "view_mode": "form",
            "target": "new",
            "context": {"default_case_id": self.id, **context},
        }
