"""A ward that sanctions, its people, and short ways to write a docket down."""

from odoo.fields import Command
from odoo.tests import TransactionCase, new_test_user

# Builds without a permit: 60 to 80 million for organisations (Decree 16/2022, 16.7.a)
WITHOUT_PERMIT = "thuduc_sanctions.violation_b060a"
# Throws rubbish on the pavement: 1 to 2 million (Decree 45/2022, 25.2.d)
RUBBISH = "thuduc_sanctions.violation_b089"


class SanctionCase(TransactionCase):
    """The officer of a unit makes the file; the leader of the ward decides."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.ward = cls.env["thuduc.agency"].create(
            {
                "name": "Ủy ban nhân dân phường Thử Nghiệm",
                "short_name": "UBND",
                "code": "T-XP-UB",
                "kind": "commune",
                "place": "Thử Nghiệm",
                "head_title": "Chủ tịch",
                "treasury_name": "Kho bạc Nhà nước khu vực II",
                "treasury_account": "7111.1059999",
            }
        )
        cls.unit = cls.env["thuduc.agency"].create(
            {"name": "Phòng Thử Nghiệm", "code": "T-XP-P", "parent_id": cls.ward.id}
        )
        for code, direction, symbol in (
            ("BB-VPHC", "internal", "{number}/BB-VPHC"),
            ("QD-XPHC", "out", "{number}/QĐ-XPHC"),
        ):
            cls.env["thuduc.register"].create(
                {
                    "name": code,
                    "code": code,
                    "agency_id": cls.ward.id,
                    "direction": direction,
                    "symbol": symbol,
                }
            )
        cls.officer = cls._user("officer", cls.unit)
        cls.leader = cls._user("leader", cls.ward)
        cls.clerk = cls._user("clerk", cls.ward)
        cls.outsider = cls._user("officer", login="t_xp_outsider")
        cls.ward.head_id = cls.leader

    @classmethod
    def _user(cls, role, agency=None, login=None):
        return new_test_user(
            cls.env,
            login=login or f"t_xp_{role}",
            groups=f"thuduc_base.group_{role}",
            tz="Asia/Ho_Chi_Minh",
            agency_ids=[Command.set(agency.ids if agency else [])],
        )

    def sanction(self, *happened, violation=RUBBISH, kind="individual", **values):
        """A file of the officer; ``happened`` are (code, date[, values]).

        ``violation``: the catalogue row of its one act, by a violator of that kind.
        """
        sanction = (
            self.env["thuduc.sanction"]
            .with_user(self.officer)
            .create(
                {
                    "title": "Vụ vi phạm thử",
                    "agency_id": self.unit.id,
                    "place": "Số 1 đường Thử",
                    "party_ids": [
                        Command.create(
                            {"role": "violator", "name": "Nguyễn Thử", "kind": kind}
                        )
                    ],
                    **values,
                }
            )
        )
        if violation:
            self.act(sanction, violation)
        for code, date, *more in happened:
            sanction.record_event(code, date, **(more[0] if more else {}))
        return sanction

    def act(self, sanction, violation=RUBBISH, **values):
        return sanction.env["thuduc.sanction.act"].create(
            {
                "sanction_id": sanction.id,
                "violation_type_id": self.env.ref(violation).id,
                "remedies": False,
                "supplementary": False,
                **values,
            }
        )

    def decided(self, decided="2026-10-09", served="2026-10-12", **values):
        """A file whose decision was served: found and minuted on 2026-10-05."""
        return self.sanction(
            ("detected", "2026-10-05"),
            ("minutes", "2026-10-05"),
            ("decision_issued", decided),
            ("served", served),
            **values,
        )

    def pay(self, sanction, amount, date, **values):
        return sanction.env["thuduc.sanction.payment"].create(
            {
                "sanction_id": sanction.id,
                "amount": amount,
                "date": date,
                "receipt_number": f"BL-{date}",
                **values,
            }
        )

    def deadline(self, sanction, code):
        """The deadline of that code which is not superseded."""
        return sanction.deadline_ids.filtered(
            lambda d: d.code == code and d.state != "superseded"
        )

    def assertDue(self, sanction, code, date):
        self.assertEqual(str(self.deadline(sanction, code).date_due), date)

    def assertNotRunning(self, sanction, *codes):
        for code in codes:
            self.assertFalse(self.deadline(sanction, code), code)

    def assertStage(self, sanction, code):
        self.assertEqual(sanction.stage_id.code, code)
