from odoo.exceptions import ValidationError
from odoo.tests import freeze_time, tagged

from ..exceptions import FineOutsideBracket
from .sanction_case import RUBBISH, WITHOUT_PERMIT, SanctionCase

MILLION = 1_000_000


@tagged("post_install", "-at_install")
@freeze_time("2026-10-07 03:00:00")
class TestSanctionAct(SanctionCase):
    def test_average_of_the_bracket(self):
        """Article 23.4: 1 to 2 million, no circumstance: 1.5 million."""
        act = self.sanction().act_ids
        self.assertEqual((act.bracket_min, act.bracket_max), (MILLION, 2 * MILLION))
        self.assertEqual(act.fine_amount, 1.5 * MILLION)
        self.assertEqual(act.sanction_id.fine_total, 1.5 * MILLION)

    def test_organisation_pays_double(self):
        """Articles 3.1.đ and 52.1."""
        act = self.sanction(kind="organisation").act_ids
        self.assertEqual((act.bracket_min, act.bracket_max), (2 * MILLION, 4 * MILLION))
        self.assertEqual(act.fine_amount, 3 * MILLION)

    def test_individual_pays_half_of_amounts_for_organisations(self):
        """Decree 16/2022 prints the amounts of organisations."""
        act = self.sanction(violation=WITHOUT_PERMIT).act_ids
        self.assertEqual(
            (act.bracket_min, act.bracket_max), (30 * MILLION, 40 * MILLION)
        )
        self.assertEqual(act.fine_amount, 35 * MILLION)

    def test_households_are_fined_as_individuals(self):
        """Decree 118/2021, Article 3."""
        act = self.sanction(kind="business_household").act_ids
        self.assertEqual(act.fine_amount, 1.5 * MILLION)

    def test_bracket_follows_the_kind_of_violator(self):
        sanction = self.sanction()
        sanction.party_ids.kind = "organisation"
        self.assertEqual(sanction.act_ids.fine_amount, 3 * MILLION)

    def test_two_net_circumstances_give_the_end_of_the_bracket(self):
        """Article 23.4 and Decree 118/2021, Article 9: one offsets one."""
        act = self.sanction().act_ids
        for aggravating, mitigating, fine in (
            (0, 2, MILLION),
            (1, 3, MILLION),
            (2, 0, 2 * MILLION),
            (1, 1, 1.5 * MILLION),
            (0, 1, 1.25 * MILLION),
            (1, 0, 1.75 * MILLION),
        ):
            with self.subTest(aggravating=aggravating, mitigating=mitigating):
                act.aggravating_count = aggravating
                act.mitigating_count = mitigating
                self.assertEqual(act.proposed_fine, fine)
                self.assertEqual(act.fine_amount, fine)

    def test_minor_pays_at_most_half(self):
        """Article 134: from 16 to under 18; 14 and 15 only a warning."""
        sanction = self.sanction(violation=None)
        sanction.party_ids.birth_date = "2009-10-06"
        act = self.act(sanction, RUBBISH, time_end="2026-10-05 02:00:00")
        self.assertEqual(act.age_at_act, 16)
        self.assertEqual(act.proposed_fine, 0.75 * MILLION)
        with self.assertRaises(FineOutsideBracket):
            act.fine_amount = MILLION
        sanction.party_ids.birth_date = "2010-10-06"
        self.assertEqual((act.age_at_act, act.proposed_fine), (15, 0))

    def test_fine_outside_the_bracket_is_refused(self):
        """Article 23: neither below the minimum nor above the maximum."""
        act = self.sanction().act_ids
        for fine in (MILLION - 1, 2 * MILLION + 1):
            with self.subTest(fine=fine), self.assertRaises(FineOutsideBracket):
                act.fine_amount = fine
        act.fine_amount = 2 * MILLION
        self.assertEqual(act.sanction_id.fine_total, 2 * MILLION)

    def test_catalogue_changes_leave_the_file_alone(self):
        act = self.sanction().act_ids
        self.env.ref(RUBBISH).write({"fine_min": 3 * MILLION, "fine_max": 5 * MILLION})
        self.assertEqual(act.bracket_max, 2 * MILLION)
        act.sanction_id.party_ids.kind = "organisation"
        self.assertEqual(act.bracket_max, 4 * MILLION)

    def test_provision_as_the_forms_cite_it(self):
        self.assertEqual(
            self.sanction().act_ids.provision,
            "Điểm d khoản 2 Điều 25 Nghị định số 45/2022/NĐ-CP",
        )

    def test_right_to_explain_by_the_maximum_of_the_bracket(self):
        """Article 61.1: 15 million for an individual, 30 for an organisation."""
        violation = self.env.ref(RUBBISH)
        for kind, maximum, right in (
            ("individual", 15 * MILLION, True),
            ("individual", 15 * MILLION - 2, False),
            ("organisation", 15 * MILLION, True),
            ("organisation", 15 * MILLION - 1, False),
        ):
            with self.subTest(kind=kind, maximum=maximum):
                violation.fine_max = maximum
                self.assertEqual(self.sanction(kind=kind).has_explanation_right, right)

    def test_right_to_explain_when_a_licence_may_be_suspended(self):
        self.env.ref(RUBBISH).suspends_licence = True
        self.assertTrue(self.sanction().has_explanation_right)

    def test_field_of_the_first_act_is_that_of_the_file(self):
        sanction = self.sanction(violation=WITHOUT_PERMIT)
        self.assertEqual(sanction.field_id, self.env.ref("thuduc_base.field_con"))

    def test_violator_of_another_file_is_refused(self):
        act = self.sanction().act_ids
        with self.assertRaises(ValidationError):
            act.party_id = self.sanction().party_ids

    def test_parameters_by_their_date(self):
        """Article 56.1: 250,000 until 2025-06-30, 500,000 from then on."""
        value = self.env["thuduc.sanction.parameter"]._value
        self.assertEqual(value("onspot_individual", self._day("2025-06-30")), 250_000)
        self.assertEqual(value("onspot_individual", self._day("2025-07-01")), 500_000)

    def _day(self, text):
        return self.env["thuduc.event"]._fields["date"].to_date(text)


@tagged("post_install", "-at_install")
class TestIdentity(SanctionCase):
    def test_doubtful_numbers_warn_and_do_not_block(self):
        party = self.sanction(violation=None).party_ids
        party.write(
            {
                "identity_number": "079185012345",
                "birth_date": "1984-04-30",
                "gender": "male",
            }
        )
        self.assertIn("sex", party.identity_doubt)
        self.assertIn("year of birth", party.identity_doubt)
        party.write({"birth_date": "1985-04-30", "gender": "female"})
        self.assertFalse(party.identity_doubt)

    def test_passports_of_foreigners_are_not_doubted(self):
        party = self.sanction(violation=None).party_ids
        party.write(
            {
                "identity_number": "X1234567",
                "nationality_id": self.env.ref("base.fr").id,
            }
        )
        self.assertFalse(party.identity_doubt)
