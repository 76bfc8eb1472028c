from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.tools import format_date

from odoo.addons.thuduc_base.tools import format_amount

from ..exceptions import FineOutsideBracket, ProvisionNotInForce
from ..tools import fine_range

# What an act changes in its file's deadlines: the right to explain, warning only.
REPLAYING = frozenset(
    {"main_sanction", "party_id", "suspends_licence", "time_end", "violation_type_id"}
)


class SanctionAct(models.Model):
    """One violation by one violator: the facts, its bracket, what is imposed.

    The bracket is a frozen copy of the catalogue, converted to the violator's kind: an
    organisation pays double (Law 15/2012, Articles 3.1.đ and 52.1). The proposed fine
    follows Article 23.4: the average, unless circumstances move it.
    """

    _name = "thuduc.sanction.act"
    _description = "Act of Violation"
    _order = "sanction_id, sequence, id"
    _rec_name = "description"

    sanction_id = fields.Many2one(
        "thuduc.sanction", required=True, index=True, ondelete="cascade"
    )
    dossier_id = fields.Many2one(
        related="sanction_id.dossier_id", store=True, index=True
    )
    sequence = fields.Integer(default=10)
    party_id = fields.Many2one(
        "thuduc.party",
        string="Violator",
        index="btree_not_null",
        ondelete="restrict",
        compute="_compute_party_id",
        store=True,
        readonly=False,
        precompute=True,
        domain="[('dossier_id', '=', dossier_id), ('role', '=', 'violator')]",
    )
    violation_type_id = fields.Many2one(
        "thuduc.violation.type",
        string="Violation",
        index="btree_not_null",
        domain="""[
            '|', ('date_from', '=', False), ('date_from', '<=', law_date),
            '|', ('date_to', '=', False), ('date_to', '>=', law_date),
        ]""",
    )
    law_date = fields.Date(
        compute="_compute_law_date",
        string="Law of",
        help="Day whose law judges the act: when it ended, or was discovered.",
    )
    provision = fields.Char(compute="_compute_provision", store=True, readonly=False)
    description = fields.Text(
        compute="_compute_description", store=True, readonly=False
    )
    place = fields.Char()
    time_start = fields.Datetime(string="From")
    time_end = fields.Datetime(string="Until", help="Empty while it goes on.")

    base_type = fields.Selection(
        [("individual", "Individual"), ("organisation", "Organisation")],
        string="Catalogue amounts are for",
        compute="_compute_from_catalogue",
        store=True,
    )
    base_min = fields.Float(
        digits=(16, 0), compute="_compute_from_catalogue", store=True
    )
    base_max = fields.Float(
        digits=(16, 0), compute="_compute_from_catalogue", store=True
    )
    organisation_min = fields.Float(
        digits=(16, 0), compute="_compute_from_catalogue", store=True
    )
    organisation_max = fields.Float(
        digits=(16, 0), compute="_compute_from_catalogue", store=True
    )
    organisation_factor = fields.Float(
        digits=(4, 2), compute="_compute_from_catalogue", store=True
    )
    suspends_licence = fields.Boolean(compute="_compute_from_catalogue", store=True)
    factor = fields.Float(
        digits=(4, 2),
        compute="_compute_bracket",
        store=True,
        help="By which the catalogue's amounts were multiplied for this violator.",
    )
    bracket_min = fields.Float(
        string="Fine from (VND)", digits=(16, 0), compute="_compute_bracket", store=True
    )
    bracket_max = fields.Float(
        string="Fine to (VND)", digits=(16, 0), compute="_compute_bracket", store=True
    )
    has_explanation_right = fields.Boolean(
        string="Right to explain",
        compute="_compute_has_explanation_right",
        store=True,
    )

    aggravating = fields.Text(string="Aggravating circumstances")
    aggravating_count = fields.Integer(string="Aggravating")
    mitigating = fields.Text(string="Mitigating circumstances")
    mitigating_count = fields.Integer(string="Mitigating")
    age_at_act = fields.Integer(compute="_compute_age_at_act")
    main_sanction = fields.Selection(
        [("fine", "Fine"), ("warning", "Warning")], required=True, default="fine"
    )
    proposed_fine = fields.Float(
        string="Proposed fine (VND)",
        digits=(16, 0),
        compute="_compute_proposed_fine",
        store=True,
    )
    fine_amount = fields.Float(
        string="Fine (VND)",
        digits=(16, 0),
        compute="_compute_fine_amount",
        store=True,
        readonly=False,
    )
    supplementary = fields.Text(
        string="Supplementary sanctions",
        compute="_compute_supplementary",
        store=True,
        readonly=False,
    )
    supplementary_term = fields.Char(
        string="Term of the supplementary sanctions", help="E.g. 03 tháng."
    )
    supplementary_done_on = fields.Date(string="Carried out on")
    remedies = fields.Text(compute="_compute_remedies", store=True, readonly=False)
    remedy_days = fields.Integer(string="Days for the remedies", default=10)
    remedies_done_on = fields.Date(string="Remedied on")

    _circumstances_positive = models.Constraint(
        "CHECK (aggravating_count >= 0 AND mitigating_count >= 0)",
        "Circumstances are counted from zero.",
    )
    _times_in_order = models.Constraint(
        "CHECK (time_start IS NULL OR time_end IS NULL OR time_start <= time_end)",
        "An act cannot end before it began.",
    )

    @api.depends("sanction_id")
    def _compute_party_id(self):
        """Who else, if there is only one violator."""
        for act in self:
            violators = act.sanction_id._violators()
            if not act.party_id and len(violators) == 1:
                act.party_id = violators

    # What the file freezes and what the officer may change have computations of their
    # own: giving one of them never leaves another empty.

    @api.depends("violation_type_id")
    def _compute_from_catalogue(self):
        """Frozen: a later change of the catalogue does not touch the file."""
        for act in self:
            violation = act.violation_type_id
            act.base_type = violation.base_type
            act.base_min = violation.fine_min
            act.base_max = violation.fine_max
            act.suspends_licence = violation.suspends_licence
            act.organisation_min = violation.organisation_min
            act.organisation_max = violation.organisation_max
            act.organisation_factor = violation.organisation_factor

    @api.depends("violation_type_id")
    def _compute_provision(self):
        for act in self:
            violation = act.violation_type_id
            act.provision = violation._cite() if violation else act.provision

    @api.depends("violation_type_id")
    def _compute_description(self):
        for act in self:
            act.description = act.description or act.violation_type_id.name

    @api.depends("violation_type_id")
    def _compute_supplementary(self):
        for act in self:
            known = act.violation_type_id.supplementary
            act.supplementary = act.supplementary or known

    @api.depends("violation_type_id")
    def _compute_remedies(self):
        for act in self:
            act.remedies = act.remedies or act.violation_type_id.remedies

    @api.depends(
        "base_type",
        "base_min",
        "base_max",
        "organisation_min",
        "organisation_max",
        "organisation_factor",
        "party_id.kind",
        "time_end",
    )
    def _compute_bracket(self):
        """Article 52.1: an organisation pays the double of an individual, unless the
        decree states its bracket or another factor."""
        parameters = self.env["thuduc.sanction.parameter"]
        for act in self:
            organisation = act.party_id._is_organisation()
            factor = 1
            if act.base_type and (act.base_type == "organisation") != organisation:
                double = act.organisation_factor or parameters._value(
                    "organisation_factor", act._pivot_date()
                )
                factor = double if organisation else 1 / double
            if organisation and act.organisation_max:
                act.factor = act.organisation_max / (act.base_max or 1)
                act.bracket_min = act.organisation_min
                act.bracket_max = act.organisation_max
                continue
            act.factor = factor
            act.bracket_min = act.base_min * factor
            act.bracket_max = act.base_max * factor

    @api.depends("bracket_max", "suspends_licence", "party_id.kind", "time_end")
    def _compute_has_explanation_right(self):
        """Article 61.1: by the bracket's maximum, not by the fine imposed."""
        parameters = self.env["thuduc.sanction.parameter"]
        for act in self:
            kind = "organisation" if act.party_id._is_organisation() else "individual"
            threshold = parameters._value(f"explanation_{kind}", act._pivot_date())
            act.has_explanation_right = bool(
                act.suspends_licence or act.bracket_max >= threshold
            )

    def _pivot_date(self):
        """The law of the day on which the act ended, or of its discovery."""
        self.ensure_one()
        moment = self.time_end or self.sanction_id.detected_at
        return (moment or fields.Datetime.now()).date()

    @api.depends("time_end", "sanction_id.detected_at")
    def _compute_law_date(self):
        for act in self:
            act.law_date = act._pivot_date()

    @api.constrains("violation_type_id", "time_end")
    def _check_violation_in_force(self):
        """An act is judged by the provision in force on its day."""
        for act in self.filtered("violation_type_id"):
            known = act.time_end or act.sanction_id.detected_at
            if known and not act.violation_type_id._is_in_force(act.law_date):
                raise ProvisionNotInForce(
                    self.env._(
                        "%(provision)s was not in force on %(day)s, the day of the "
                        "act. Choose the provision of that day.",
                        provision=act.violation_type_id.provision,
                        day=format_date(self.env, act.law_date),
                    )
                )

    @api.depends("party_id.birth_date", "time_start", "time_end")
    def _compute_age_at_act(self):
        for act in self:
            moment = act.time_start or act.time_end or act.sanction_id.detected_at
            born = act.party_id and moment
            act.age_at_act = (born and act.party_id._age_on(moment.date())) or 0

    @api.depends(
        "bracket_min",
        "bracket_max",
        "aggravating_count",
        "mitigating_count",
        "party_id.birth_date",
        "time_start",
        "time_end",
    )
    def _compute_proposed_fine(self):
        for act in self:
            act.proposed_fine = act._fine_range().proposed

    @api.depends("proposed_fine", "main_sanction")
    def _compute_fine_amount(self):
        for act in self:
            act.fine_amount = act.proposed_fine if act.main_sanction == "fine" else 0

    def _fine_range(self):
        """Fines that the law allows for this act (Articles 23.4 and 134)."""
        self.ensure_one()
        parameter = self.env["thuduc.sanction.parameter"]._value
        day = self._pivot_date()
        part = 1
        age = self.age_at_act
        if age and age < parameter("age_warning", day):
            part = 0
        elif age and age < parameter("age_adult", day):
            part = parameter("minor_factor", day)
        return fine_range(
            int(self.bracket_min),
            int(self.bracket_max),
            self.aggravating_count - self.mitigating_count,
            extreme=int(parameter("circumstances_extreme", day)),
            part=part,
        )

    @api.constrains("fine_amount", "main_sanction", "party_id", "violation_type_id")
    def _check_fine_amount(self):
        """Article 23: a fine lies within the bracket of its act; a minor pays less."""
        for act in self.filtered(
            lambda a: (
                a.main_sanction == "fine" and a.violation_type_id and a.fine_amount
            )
        ):
            allowed = act._fine_range()
            minor = allowed.least == 0 and act.bracket_min
            least = 0 if minor else act.bracket_min
            most = allowed.most if minor else act.bracket_max
            if not least <= act.fine_amount <= most:
                raise FineOutsideBracket(
                    self.env._(
                        "%(fine)s đồng lies outside what the law allows for “%(act)s”: "
                        "from %(least)s to %(most)s đồng (Law 15/2012, Art. 23, 134).",
                        fine=format_amount(int(act.fine_amount)),
                        act=act.violation_type_id.name,
                        least=format_amount(int(least)),
                        most=format_amount(int(most)),
                    )
                )

    @api.constrains("party_id", "sanction_id")
    def _check_party_id(self):
        for act in self:
            if act.party_id and act.party_id.dossier_id != act.dossier_id:
                raise ValidationError(
                    self.env._("The violator is not a person of this dossier.")
                )

    @api.model_create_multi
    def create(self, vals_list):
        acts = super().create(vals_list)
        acts._prepare_dossier()
        return acts

    def write(self, vals):
        result = super().write(vals)
        if REPLAYING & vals.keys():
            self._prepare_dossier()
        if {"remedies_done_on", "supplementary_done_on"} & vals.keys():
            for sanction in self.sanction_id:
                sanction._complete_execution()
        return result

    def unlink(self):
        dossiers = self.dossier_id
        result = super().unlink()
        dossiers.proceeding_ids._replay()
        return result

    def _prepare_dossier(self):
        """The dossier takes its field from the first act; deadlines follow the acts."""
        for dossier in self.dossier_id:
            acts = dossier.sanction_ids.act_ids
            if not dossier.field_id:
                dossier.field_id = acts.violation_type_id[:1].field_id
            dossier.proceeding_ids._replay()
