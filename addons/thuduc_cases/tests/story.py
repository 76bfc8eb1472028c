"""A lawsuit lived through by its officers, in the browser, on days months apart."""

from odoo.fields import Command
from odoo.tests import HttpCase, freeze_time, new_test_user

MORNING = "02:00:00"  # nine o'clock in Vietnam


class StoryCase(HttpCase):
    """Runs the tours of a story one after another, each on its own day."""

    story = None

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.unit = cls.env.ref("thuduc_base.agency_ward_thuduc_infrastructure")
        cls.officer = cls._user("officer")
        cls.leader = cls._user("leader")
        cls.chapter = 0

    @classmethod
    def _user(cls, role):
        user = new_test_user(
            cls.env,
            login=f"t_story_{role}",
            password=f"t_story_{role}",
            groups=f"thuduc_base.group_{role}",
            lang="vi_VN",
            tz="Asia/Ho_Chi_Minh",
            agency_ids=[Command.set(cls.unit.ids)],
        )
        if "tour_enabled" in user._fields:
            user.tour_enabled = False
        return user

    def live(self, day, case=None, user=None):
        """The next chapter of the story, on ``day`` (ISO)."""
        self.__class__.chapter += 1
        with freeze_time(f"{day} {MORNING}"):
            self.start_tour(
                f"/odoo/cases/{case.id}" if case else "/odoo/cases",
                f"{self.story}_{self.chapter}",
                login=(user or self.officer).login,
            )
        self.env.invalidate_all()

    def pass_to(self, day):
        """Nobody does anything until ``day``: the daily jobs run."""
        with freeze_time(f"{day} {MORNING}"):
            for job in (
                "thuduc_base.ir_cron_update_overdue",
                "thuduc_cases.ir_cron_record_expiries",
            ):
                self.env.ref(job).method_direct_trigger()
        self.env.invalidate_all()

    def case_of(self, plaintiff):
        """The lawsuit of that plaintiff."""
        case = self.env["thuduc.case"].search([("plaintiff_names", "=", plaintiff)])
        case.ensure_one()
        return case
