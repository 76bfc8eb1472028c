from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.tools.safe_eval import safe_eval

from ..docket import Period

UNITS = [
    ("hour", "Hours"),
    ("day", "Days"),
    ("working_day", "Working days"),
    ("month", "Months"),
    ("year", "Years"),
]


class DeadlineRule(models.Model):
    """One period of the law, in one version: the law is data.

    Versions of one rule share a ``code``; the trigger's date decides which applies. A
    change of law is a new version with a start date, never an edit of the old one.
    """

    _name = "thuduc.deadline.rule"
    _description = "Deadline Rule"
    _order = "proceeding_type_id, code, date_from desc"
    _rec_names_search = ["code", "name"]

    # What the duty is, for whom, and where it is written
    code = fields.Char(required=True, index=True)
    name = fields.Char(required=True)
    proceeding_type_id = fields.Many2one(
        "thuduc.proceeding.type", required=True, index=True, ondelete="cascade"
    )
    bound_party = fields.Selection(
        [
            ("agency", "The agency"),
            ("court", "Court"),
            ("procuracy", "Procuracy"),
            ("opponent", "Other party"),
            ("enforcement", "Civil enforcement agency"),
            ("superior", "Superior agency"),
            ("violator", "Violator"),
            ("other", "Somebody else"),
        ],
        required=True,
        default="agency",
    )
    severity = fields.Selection(
        [("hard", "Mandatory"), ("watch", "Watch"), ("info", "For information")],
        required=True,
        default="hard",
    )
    consequence = fields.Char(help="What happens when it is missed.")
    provision_id = fields.Many2one("thuduc.legal.provision", index="btree_not_null")
    verified = fields.Boolean(
        help="Unverified numbers come from memory and are to be confirmed."
    )
    note = fields.Text()

    # When it starts
    trigger_type_id = fields.Many2one(
        "thuduc.event.type", string="Starts with", required=True, index=True
    )
    count_from = fields.Selection(
        [
            ("event", "Date of the event"),
            ("scheduled", "Date that the event fixes"),
            ("deadline", "End of another deadline"),
        ],
        required=True,
        default="event",
    )
    parent_code = fields.Char(string="Code of the other deadline")
    condition = fields.Char(
        help="Domain on the triggering event, e.g. [('party_id.kind','=','minor')]."
    )
    required_type_ids = fields.Many2many(
        "thuduc.event.type", "thuduc_rule_required_rel", string="Only once happened"
    )
    excluded_type_ids = fields.Many2many(
        "thuduc.event.type", "thuduc_rule_excluded_rel", string="Not once happened"
    )
    per_party = fields.Boolean(help="One deadline for each party concerned.")
    latest_only = fields.Boolean(help="A new trigger replaces the one before it.")

    # How long it is and how it is counted
    amount = fields.Integer(required=True, aggregator=None)
    unit = fields.Selection(UNITS, required=True, default="day")
    direction = fields.Selection(
        [("forward", "After"), ("backward", "Before")],
        required=True,
        default="forward",
    )
    roll = fields.Selection(
        [
            ("forward", "To the next working day"),
            ("backward", "To the previous working day"),
            ("none", "Not moved"),
        ],
        string="End on a day off",
        required=True,
        default="forward",
    )
    internal_target = fields.Integer(
        help="The office's own earlier target, counted from the same start. 0: none."
    )
    internal_target_unit = fields.Selection(UNITS, default="working_day")

    # What moves and what meets it
    closing_type_ids = fields.Many2many(
        "thuduc.event.type", "thuduc_rule_closing_rel", string="Met by"
    )
    closes_one = fields.Boolean(
        help="Each such event meets one deadline, the earliest open one."
    )
    survives_end = fields.Boolean(
        help="Goes on after the proceeding has ended, until it is met."
    )
    lapses = fields.Boolean(
        help="A right, not a duty: when its end has passed, nobody is late."
    )
    extension_type_ids = fields.Many2many(
        "thuduc.event.type", "thuduc_rule_extension_rel", string="Extended by"
    )
    extension_amount = fields.Integer(string="Longest extension")
    extension_unit = fields.Selection(UNITS, default="day")
    extension_max = fields.Integer(string="Number of extensions", default=1)
    suspending_type_ids = fields.Many2many(
        "thuduc.event.type", "thuduc_rule_suspending_rel", string="Suspended by"
    )
    resuming_type_ids = fields.Many2many(
        "thuduc.event.type", "thuduc_rule_resuming_rel", string="Resumed by"
    )
    restarts = fields.Boolean(help="Resumption gives the whole period again.")
    restarting_type_ids = fields.Many2many(
        "thuduc.event.type",
        "thuduc_rule_restarting_rel",
        string="Counted anew from",
        help="Each such event gives the whole period again, without a suspension.",
    )

    # Who is told
    remind_before = fields.Char(
        default="7,3,1,0", help="Working days before the end, separated by commas."
    )
    escalate_after = fields.Char(
        default="1,3", help="Days late after which the head, then the leader is told."
    )

    # Versions
    date_from = fields.Date(string="In force from")
    date_to = fields.Date(string="In force until")
    active = fields.Boolean(default=True)

    _version_uniq = models.UniqueIndex(
        "(proceeding_type_id, code, COALESCE(date_from, '0001-01-01'))",
        "This version of the rule already exists.",
    )
    _dates_in_order = models.Constraint(
        "CHECK (date_to IS NULL OR date_from IS NULL OR date_from <= date_to)",
        "A rule cannot end before it comes into force.",
    )
    _amount_positive = models.Constraint(
        "CHECK (amount >= 0)", "A period cannot be negative."
    )

    @api.depends("code", "name")
    def _compute_display_name(self):
        for rule in self:
            rule.display_name = f"{rule.code} – {rule.name}"

    @api.constrains("condition")
    def _check_condition(self):
        for rule in self.filtered("condition"):
            try:
                self.env["thuduc.event"].search(rule._condition_domain(), limit=1)
            except (ValueError, SyntaxError, TypeError, KeyError) as error:
                raise ValidationError(
                    self.env._(
                        "The condition of rule %(code)s cannot be read: %(error)s",
                        code=rule.code,
                        error=error,
                    )
                ) from error

    @api.constrains("code", "proceeding_type_id", "date_from", "date_to", "active")
    def _check_versions_do_not_overlap(self):
        for rule in self.filtered("active"):
            others = self.search(
                [
                    ("code", "=", rule.code),
                    ("proceeding_type_id", "=", rule.proceeding_type_id.id),
                    ("id", "!=", rule.id),
                ]
            )
            clash = others.filtered(rule._overlaps)
            if clash:
                raise ValidationError(
                    self.env._(
                        "Two versions of rule %s are in force on the same day. End "
                        "the older one before the newer one begins.",
                        rule.code,
                    )
                )

    def _overlaps(self, other):
        self.ensure_one()
        starts_in_time = not (
            self.date_from and other.date_to and other.date_to < self.date_from
        )
        ends_in_time = not (
            self.date_to and other.date_from and self.date_to < other.date_from
        )
        return starts_in_time and ends_in_time

    def _condition_domain(self):
        self.ensure_one()
        return safe_eval(self.condition or "[]")

    def _in_force(self, day):
        self.ensure_one()
        return not (
            (self.date_from and day < self.date_from)
            or (self.date_to and self.date_to < day)
        )

    def _concerns(self, proceeding):
        """Whether its condition, if it has one, lets this rule run there."""
        self.ensure_one()
        triggers = proceeding.event_ids.filtered(
            lambda e: not e.withdrawn and e.type_id == self.trigger_type_id
        )
        return not self.condition or bool(self._fitting_triggers(triggers))

    def _as_period(self, triggers):
        """This rule as the pure docket knows it.

        :param triggers: the docket's events of the triggering type; version and
            condition are tested on each.
        """
        self.ensure_one()
        fitting = self._fitting_triggers(triggers)
        return Period(
            code=self.code,
            trigger=self.trigger_type_id.code,
            amount=self.amount,
            unit=self.unit,
            direction=self.direction,
            roll=self.roll,
            count_from=self.count_from,
            parent=self.parent_code or None,
            closing=self._codes("closing_type_ids"),
            closes_one=self.closes_one,
            latest_only=self.latest_only,
            per_party=self.per_party,
            survives_end=self.survives_end,
            lapses=self.lapses,
            required=self._codes("required_type_ids"),
            excluded=self._codes("excluded_type_ids"),
            extending=self._codes("extension_type_ids"),
            extension_amount=self.extension_amount,
            extension_unit=self.extension_unit or "day",
            extension_max=self.extension_max,
            suspending=self._codes("suspending_type_ids"),
            resuming=self._codes("resuming_type_ids"),
            restarts=self.restarts,
            restarting=self._codes("restarting_type_ids"),
            target_amount=self.internal_target or None,
            target_unit=self.internal_target_unit or "working_day",
            applies=lambda happening: happening.key in fitting,
        )

    def _unit_label(self, unit):
        """The unit as users read it, in lower case for the middle of a sentence."""
        units = dict(self._fields["unit"]._description_selection(self.env))
        return units[unit].lower()

    def _codes(self, field_name):
        return frozenset(self[field_name].mapped("code"))

    def _fitting_triggers(self, triggers):
        """Ids of the events that trigger this very version."""
        self.ensure_one()
        fitting = triggers.filtered(lambda event: self._in_force(event.date))
        if fitting and self.condition:
            fitting = fitting.filtered_domain(self._condition_domain())
        return set(fitting.ids)
