"""Bodies end, others take over; the tree tells who heads whom."""

from psycopg2 import IntegrityError

from odoo.exceptions import UserError
from odoo.fields import Command
from odoo.tests import freeze_time, tagged
from odoo.tools import mute_logger

from .common import ThuducCase

WARDS = (
    "an_khanh binh_trung cat_lai hiep_binh linh_xuan long_binh long_phuoc long_truong "
    "phuoc_long tam_binh tang_nhon_phu thuduc"
).split()


@tagged("post_install", "-at_install")
@freeze_time("2026-03-02 03:00:00")
class TestAgency(ThuducCase):
    def test_twelve_wards_succeed_the_city(self):
        """Resolution 1685/NQ-UBTVQH15: from 1 July 2025."""
        city = self.env.ref("thuduc_base.agency_thuduc_city")
        wards = self.env["thuduc.agency"].union(
            *(self.env.ref(f"thuduc_base.agency_ward_{ward}") for ward in WARDS)
        )
        self.assertEqual(city.successor_ids, wards)
        self.assertEqual(str(city.date_to), "2025-06-30")
        self.assertEqual(set(map(str, wards.mapped("date_from"))), {"2025-07-01"})
        self.assertFalse(city.is_current)
        self.assertTrue(all(wards.mapped("is_current")))
        self.assertEqual({len(ward.child_ids) for ward in wards}, {2})

    def test_search_finds_only_what_still_exists(self):
        city = self.env.ref("thuduc_base.agency_thuduc_city")
        found = self.env["thuduc.agency"].search([("is_current", "=", True)])
        self.assertNotIn(city, found)
        self.assertIn(self.unit, found)
        ended = self.env["thuduc.agency"].search([("is_current", "=", False)])
        self.assertIn(city, ended)
        self.assertNotIn(self.unit, ended)

    def test_an_agency_exists_on_its_last_day(self):
        self.unit.date_to = "2026-03-02"
        self.assertTrue(self.unit.is_current)
        self.unit.date_to = "2026-03-01"
        self.unit.invalidate_recordset()
        self.assertFalse(self.unit.is_current)

    def test_ladder_goes_up_from_the_unit(self):
        self.assertEqual(
            self.unit._heads_upwards().mapped("login"), ["t_head", "t_leader"]
        )

    def test_papers_go_out_in_the_name_of_the_committee(self):
        self.assertEqual(self.unit._issuer(), self.ward)
        self.assertEqual(self.ward._issuer(), self.ward)

    def test_no_agency_is_part_of_itself(self):
        with self.assertRaises(UserError):
            self.ward.parent_id = self.unit

    def test_code_is_unique(self):
        with self.assertRaises(IntegrityError), mute_logger("odoo.sql_db"):
            self._agency("Trùng", self.unit.code)

    def test_cannot_end_before_it_is_established(self):
        with self.assertRaises(IntegrityError), mute_logger("odoo.sql_db"):
            self.unit.write({"date_from": "2026-02-02", "date_to": "2026-02-01"})
            self.env.flush_all()

    def test_new_membership_counts_at_once(self):
        """Record rules are cached a user: moving somebody must not wait."""
        dossier = self._open_dossier(self.other_unit, self.other_officer)
        self.assertFalse(dossier.with_user(self.officer).has_access("read"))
        self.other_unit.member_ids = [Command.link(self.officer.id)]
        self.assertTrue(dossier.with_user(self.officer).has_access("read"))
        self.officer.agency_ids = [Command.unlink(self.other_unit.id)]
        self.assertFalse(dossier.with_user(self.officer).has_access("read"))

    def test_substitutes_are_followed_and_never_for_ever(self):
        away = {"absent_from": "2026-03-01", "absent_to": "2026-03-03"}
        self.officer.write({**away, "substitute_id": self.colleague.id})
        self.assertEqual(self.officer._present(), self.colleague)
        self.colleague.write({**away, "substitute_id": self.head.id})
        self.assertEqual(self.officer._present(), self.head)
        self.head.write({**away, "substitute_id": self.officer.id})
        self.assertIn(
            self.officer._present(), self.officer | self.colleague | self.head
        )
        self.assertEqual(self.colleague._stands_in_for(), self.colleague | self.officer)
        with freeze_time("2026-03-04 03:00:00"):
            self.officer.invalidate_recordset()
            self.assertEqual(self.officer._present(), self.officer)
            self.assertEqual(self.colleague._stands_in_for(), self.colleague)
