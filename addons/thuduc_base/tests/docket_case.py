"""A made-up procedure in the database, for tests of the engine itself."""

from odoo.fields import Command
from odoo.tests import TransactionCase


class DocketCase(TransactionCase):
    """A proceeding type with four stages, its event types and its rules."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._lend_a_kind()
        cls.agency = cls.env["thuduc.agency"].create({"name": "UBND", "code": "T-UB"})
        cls.type = cls.env["thuduc.proceeding.type"].create(
            {"name": "Thủ tục thử", "code": "T-PROC", "dossier_kind": cls.kind}
        )
        cls.stage = {
            code: cls.env["thuduc.stage"].create(
                {
                    "name": code,
                    "code": code,
                    "sequence": sequence,
                    "proceeding_type_id": cls.type.id,
                    "is_closing": code == "ended",
                }
            )
            for sequence, code in enumerate(["filed", "prepared", "judged", "ended"])
        }
        cls.event_type = {}
        cls._event_type("accepted", [], "filed", once=True)
        cls._event_type("opinion", ["filed"], "prepared", before=["accepted"])
        cls._event_type("granted", ["filed"], asks_extension=True)
        cls._event_type("asked", [])
        cls._event_type("answered", [], asks_answer=True)
        cls._event_type("judgment", ["prepared"], "judged")
        cls._event_type("appealed", ["judged"], opens_proceeding_type_id=cls.type.id)
        cls._event_type("closed", ["judged"], "ended", once=True)
        cls.opinion_rule = cls._rule(
            "T-02", "accepted", 10, closing=["opinion"], extension=("granted", 7)
        )
        cls.answer_rule = cls._rule("T-05", "asked", 15, closing=["answered"])
        cls.answer_rule.closes_one = True
        cls.dossier = cls._dossier()
        cls.proceeding = cls._proceeding(cls.dossier)

    @classmethod
    def _lend_a_kind(cls):
        """A kind of dossier; lent, when no procedure is installed to bring one."""
        field = cls.env["thuduc.dossier"]._fields["kind"]
        if not field.get_values(cls.env):
            cls.classPatch(field, "selection", [("test", "Test")])
            cls.classPatch(field, "_selection", {"test": "Test"})
        cls.kind = field.get_values(cls.env)[0]

    @classmethod
    def _event_type(cls, code, sources, target=None, before=(), **more):
        cls.event_type[code] = cls.env["thuduc.event.type"].create(
            {
                "name": code,
                "code": code,
                "sequence": 10 * (len(cls.event_type) + 1),
                "proceeding_type_id": cls.type.id,
                "from_stage_ids": [
                    Command.set([cls.stage[source].id for source in sources])
                ],
                "to_stage_id": target and cls.stage[target].id,
                "not_before_ids": [
                    Command.set([cls.event_type[other].id for other in before])
                ],
                **more,
            }
        )

    @classmethod
    def _rule(cls, code, trigger, amount, closing=(), extension=None, **more):
        values = {
            "code": code,
            "name": code,
            "proceeding_type_id": cls.type.id,
            "trigger_type_id": cls.event_type[trigger].id,
            "amount": amount,
            "closing_type_ids": [
                Command.set([cls.event_type[other].id for other in closing])
            ],
            **more,
        }
        if extension:
            values["extension_type_ids"] = [
                Command.link(cls.event_type[extension[0]].id)
            ]
            values["extension_amount"] = extension[1]
        return cls.env["thuduc.deadline.rule"].create(values)

    @classmethod
    def _dossier(cls, **values):
        return cls.env["thuduc.dossier"].create(
            {
                "name": f"T-{cls.env['thuduc.dossier'].search_count([])}",
                "kind": cls.kind,
                "agency_id": cls.agency.id,
                **values,
            }
        )

    @classmethod
    def _proceeding(cls, dossier):
        return cls.env["thuduc.proceeding"].create(
            {"dossier_id": dossier.id, "type_id": cls.type.id}
        )

    def deadline(self, code="T-02"):
        return self.proceeding.deadline_ids.filtered(lambda d: d.code == code)
