from odoo import api, fields, models

# Context of a replay that follows a change of the calendar: the day that changed.
CALENDAR_DATE = "thuduc_calendar_date"


class DeadlineChange(models.Model):
    """One recomputation that changed a deadline: append-only, never edited."""

    _name = "thuduc.deadline.change"
    _description = "Change of a Deadline"
    _order = "id desc"

    deadline_id = fields.Many2one(
        "thuduc.deadline", required=True, index=True, ondelete="cascade"
    )
    dossier_id = fields.Many2one(related="deadline_id.dossier_id", store=True)
    old_date_due = fields.Date(string="Due before")
    new_date_due = fields.Date(string="Due now")
    old_state = fields.Selection("_selection_state", string="State before")
    new_state = fields.Selection("_selection_state", string="State now")
    old_rule_id = fields.Many2one("thuduc.deadline.rule", string="Rule before")
    new_rule_id = fields.Many2one("thuduc.deadline.rule", string="Rule now")
    calendar_date = fields.Date(
        string="Calendar day",
        index="btree_not_null",
        help="The day of the official calendar whose change moved the deadline.",
    )

    @api.model
    def _selection_state(self):
        return (
            self.env["thuduc.deadline"]
            ._fields["state"]
            ._description_selection(self.env)
        )

    @api.model
    def _log(self, deadline, changed):
        return self.create(
            {
                "deadline_id": deadline.id,
                "old_date_due": deadline.date_due,
                "new_date_due": changed.get("date_due", deadline.date_due),
                "old_state": deadline.state,
                "new_state": changed.get("state", deadline.state),
                "old_rule_id": deadline.rule_id.id,
                "new_rule_id": changed.get("rule_id", deadline.rule_id.id),
                "calendar_date": self.env.context.get(CALENDAR_DATE),
            }
        )
