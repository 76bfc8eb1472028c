"""A lawsuit won at first instance, from the notice to the archive."""

from odoo.tests import freeze_time, tagged

from .story import MORNING, StoryCase


@tagged("post_install", "-at_install")
class TestStoryWon(StoryCase):
    """Accepted in March 2025, judged in June, archived in September 2026."""

    story = "thuduc_story_won"

    def test_story(self):
        self.live("2025-03-05")
        case = self.case_of("Trần Văn Thắng Kiện")
        self.assertEqual(case.stage_id.code, "F10")
        for day, stage in (
            ("2025-03-12", "F20"),
            ("2025-06-10", "F30"),
            ("2025-06-24", "F40"),
            ("2025-07-02", "F40"),
        ):
            self.live(day, case)
            self.assertEqual(case.stage_id.code, stage)
        # Every window has closed: the judgment takes effect by itself (LTTHC 215).
        self.pass_to("2025-07-25")
        self.assertEqual(str(case.round_ids.effective_date), "2025-07-25")
        self.assertEqual(case.favour, "win")
        self.live("2025-07-28", case)
        self.assertEqual(case.stage_id.code, "E90")
        with freeze_time(f"2026-09-07 {MORNING}"):
            officers = case.with_user(self.officer)
            officers.record_event("EN_NO_CASSATION", "2026-07-20", note="Thắng kiện.")
            officers.record_event("EN_CLOSED", "2026-09-07")
        self.assertEqual(case.state, "closed")
