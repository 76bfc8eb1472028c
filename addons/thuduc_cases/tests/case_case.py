"""A ward that is sued, its officer, and short ways to write a docket down."""

from odoo.fields import Command
from odoo.tests import TransactionCase, new_test_user


class CaseCase(TransactionCase):
    """The officer of a unit of the ward works; a deputy of the ward may represent."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.ward = cls.env["thuduc.agency"].create(
            {
                "name": "Ủy ban nhân dân phường Thử Nghiệm",
                "short_name": "UBND",
                "code": "T-CASE-UB",
                "kind": "commune",
                "place": "Thử Nghiệm",
                "head_title": "Chủ tịch",
            }
        )
        cls.unit = cls.env["thuduc.agency"].create(
            {
                "name": "Phòng Thử Nghiệm",
                "code": "T-CASE-P",
                "parent_id": cls.ward.id,
            }
        )
        cls.officer = cls._user("officer")
        cls.legal = cls._user("legal", agency_ids=[Command.clear()])
        cls.outsider = cls._user(
            "officer", login="t_case_outsider", agency_ids=[Command.clear()]
        )
        cls.deputy = cls._user("leader", login="t_case_deputy", name="Phó Chủ tịch Thử")
        cls.leader = cls._user("leader", name="Chủ tịch Thử")
        cls.ward.write(
            {"head_id": cls.leader.id, "deputy_ids": [Command.set(cls.deputy.ids)]}
        )
        cls.court = cls.env.ref("thuduc_cases.court_regional_2_hcmc")
        cls.field = cls.env.ref("thuduc_base.field_land_rec")

    @classmethod
    def _user(cls, role, login=None, **values):
        return new_test_user(
            cls.env,
            login=login or f"t_case_{role}",
            groups=f"thuduc_base.group_{role}",
            tz="Asia/Ho_Chi_Minh",
            **{"agency_ids": [Command.set(cls.unit.ids)], **values},
        )

    @classmethod
    def result_id(cls, code):
        return cls.env.ref(f"thuduc_cases.outcome_{code}").id

    def case(self, *happened, user=None, **values):
        """A lawsuit of the officer; ``happened`` are (code, date[, values])."""
        case = (
            self.env["thuduc.case"]
            .with_user(user or self.officer)
            .create(
                {
                    "title": "Vụ án thử",
                    "original_agency_id": self.ward.id,
                    "agency_id": self.unit.id,
                    "court_id": self.court.id,
                    "party_ids": [
                        Command.create({"role": "plaintiff", "name": "Nguyễn Văn Thử"}),
                        Command.create({"role": "related", "name": "Trần Thị Thử"}),
                    ],
                    **values,
                }
            )
        )
        for code, date, *more in happened:
            case.record_event(code, date, **(more[0] if more else {}))
        return case

    def judged(self, outcome="fi_accepted", presence="present", **values):
        """A lawsuit decided at first instance on 2026-03-20 (chain C1)."""
        return self.case(
            ("FI_ACCEPTED", "2025-12-01"),
            ("FI_NOTICE_RECEIVED", "2025-12-03"),
            ("FI_OPINION_SENT", "2025-12-10"),
            ("FI_TRIAL_DECISION", "2026-03-09"),
            (
                "FI_JUDGMENT_PRONOUNCED",
                "2026-03-20",
                {
                    "outcome_id": self.result_id(outcome),
                    "agency_presence": presence,
                    **values,
                },
            ),
        )

    def round(self, case, type_code="FI"):
        """The last active proceeding of that type."""
        return case.proceeding_ids.filtered(
            lambda p: p.active and p.type_id.code == type_code
        )[-1:]

    def deadline(self, case, code):
        """The last deadline of that code that is not superseded, else the last one."""
        found = case.deadline_ids.filtered(lambda d: d.code == code).sorted("id")
        return (found.filtered(lambda d: d.state != "superseded") or found)[-1:]

    def due(self, case, code):
        """Due date as ISO text, empty when no such deadline runs or ran."""
        deadline = self.deadline(case, code)
        runs = deadline and deadline.state != "superseded"
        return str(deadline.date_due) if runs else ""

    def events(self, case, code):
        """Standing events with that code."""
        return case.event_ids.filtered(lambda e: not e.withdrawn and e.code == code)

    def run_cron(self):
        with self.enter_registry_test_mode():
            self.env.ref("thuduc_cases.ir_cron_record_expiries").method_direct_trigger()

    def explain_loss(self, case, cause="procedure_step"):
        """Name why the lawsuit was lost, without which it is not closed."""
        case.loss_cause_ids = self.env.ref(f"thuduc_cases.loss_cause_{cause}")
