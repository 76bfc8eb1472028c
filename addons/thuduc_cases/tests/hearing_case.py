"""Lawsuits with a day in court."""

from odoo.fields import Command, Datetime

from .case_case import CaseCase


class HearingCase(CaseCase):
    """The court fixes days; the officer records what became of them."""

    def trial(self, moment="2026-03-20 01:00:00", *happened, **values):
        """A lawsuit whose trial is fixed for ``moment`` (UTC)."""
        return self.case(
            ("FI_ACCEPTED", "2025-12-01"),
            ("FI_NOTICE_RECEIVED", "2025-12-03"),
            ("FI_OPINION_SENT", "2025-12-10"),
            (
                "FI_TRIAL_DECISION",
                "2026-03-02",
                {"scheduled_at": moment, "place": "1400 Đồng Văn Cống"},
            ),
            *happened,
            **values,
        )

    def meeting(self, moment="2026-03-20 01:00:00"):
        return self.case(
            ("FI_ACCEPTED", "2025-12-01"),
            ("FI_NOTICE_RECEIVED", "2025-12-03"),
            ("FI_OPINION_SENT", "2025-12-10"),
            ("FI_MEETING_NOTICED", "2026-03-02", {"scheduled_at": moment}),
        )

    def authorize(self, case, **values):
        return self.env["thuduc.case.authorization"].create(
            {
                "case_id": case.id,
                "attorney_id": self.deputy.id,
                "date_from": "2026-01-05",
                **values,
            }
        )

    def hearing(self, case):
        """The last hearing fixed in this lawsuit."""
        hearings = case.hearing_ids.filtered("active")
        return hearings.sorted(lambda h: h._order_in_docket())[-1:]

    def close(self, hearing, result=None, presence=None, **values):
        """Close by the dialog, as the officer does; ``presence``: role → how."""
        wizard = (
            self.env["thuduc.case.hearing.close"]
            .with_user(self.officer)
            .create({"hearing_id": hearing.id})
        )
        for role, told in (presence or {}).items():
            wizard.line_ids.filtered(
                lambda line, r=role: line.role == r
            ).presence = told
        if result:
            wizard.type_id = wizard.possible_type_ids.filtered(
                lambda t: t.hearing_result == result
            )
        wizard.write(values)
        wizard.action_close()
        return wizard

    def moment(self, text):
        return Datetime.to_datetime(text)

    def add_party(self, case, role, name, **values):
        case.party_ids = [Command.create({"role": role, "name": name, **values})]
        return case.party_ids.filtered(lambda p: p.name == name)
