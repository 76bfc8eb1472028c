"""A form, its register and the events that its papers record."""

from .common import ThuducCase


class PaperCase(ThuducCase):
    """Papers of the officer's dossier: the ward issues them, its leader signs."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.ward.write(
            {
                "name": "Ủy ban nhân dân phường Thử Nghiệm",
                "short_name": "UBND",
                "kind": "commune",
                "place": "Thử Nghiệm",
                "head_title": "Chủ tịch",
            }
        )
        cls.leader.name = "Phạm Quốc Thử"
        cls.party = cls.env["thuduc.party"].create(
            {"dossier_id": cls.dossier.id, "name": "Nguyễn Văn Thử", "address": "Q. 1"}
        )
        cls.register = cls.env["thuduc.register"].create(
            {
                "name": "Sổ quyết định",
                "code": "T-QD",
                "agency_id": cls.ward.id,
                "symbol": "{number}/QĐ-XPHC",
            }
        )
        cls.form = cls.env["thuduc.form"].create(
            {
                "code": "T-MQD",
                "name": "Quyết định thử",
                "title": "QUYẾT ĐỊNH",
                "register_code": "T-QD",
                "service_event_code": "served",
                "recipients": "- Như Điều 3;\n- Lưu: VT.",
            }
        )
        cls._event_type("decided", [], "prepared", form_id=cls.form.id)
        cls._event_type("served", [], "judged")

    def paper(self, user=None, **values):
        """A draft of the officer."""
        return (
            self.env["thuduc.document"]
            .with_user(user or self.officer)
            .create(
                {
                    "dossier_id": self.dossier.id,
                    "proceeding_id": self.proceeding.id,
                    "form_id": self.form.id,
                    "party_id": self.party.id,
                    "subject": "Xử phạt vi phạm hành chính",
                    "body": "<p>Điều 1. Phạt tiền.</p>",
                    **values,
                }
            )
        )

    def approved(self, **values):
        """A paper that the officer submitted and the head approved."""
        paper = self.paper(**values)
        paper.action_submit()
        paper.with_user(self.head).action_approve()
        return paper

    def issued(self, **values):
        """The same, numbered by the clerk."""
        paper = self.approved(**values)
        paper.with_user(self.clerk).action_issue()
        return paper.with_user(self.officer)
