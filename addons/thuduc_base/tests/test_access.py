"""One table: role × model × operation × situation."""

from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tests import freeze_time, tagged

from .access import AccessCase

# Roles that are officers too have an officer's rights, in their own reach.
LAW = dict.fromkeys(("officer", "head", "legal", "leader", "clerk", "auditor"), "r")
LAW["manager"] = "rwc"
READ = dict.fromkeys((*LAW, "manager"), "r")


def rights(officer, clerk="", auditor="r", manager=None):
    """Rights of a model on which head, legal adviser and leader are officers."""
    return {
        **dict.fromkeys(("officer", "head", "legal", "leader"), officer),
        "clerk": clerk,
        "auditor": auditor,
        "manager": officer if manager is None else manager,
    }


WORK = rights("rwc", clerk="r", manager="rwcu")
DIALOG = rights("rwcu", clerk="", auditor="")
DIALOG_OF_CLERK = rights("rwcu", clerk="rwcu", auditor="")
ALL = "rwcu"


@tagged("post_install", "-at_install")
@freeze_time("2026-03-02 03:00:00")
class TestAccess(AccessCase):
    addon = "thuduc_base"

    RIGHTS = {
        # law, places and settings: everybody reads, managers write, nobody deletes
        "thuduc.agency": LAW,
        "thuduc.calendar.day": {**LAW, "manager": "rwcu"},
        "thuduc.calendar.year": LAW,
        "thuduc.deadline.rule": LAW,
        "thuduc.event.type": LAW,
        "thuduc.field": LAW,
        "thuduc.form": LAW,
        "thuduc.legal.document": LAW,
        "thuduc.legal.provision": LAW,
        "thuduc.proceeding.type": LAW,
        "thuduc.stage": LAW,
        # the dossier and what belongs to it
        "thuduc.dossier": WORK,
        "thuduc.party": WORK,
        "thuduc.proceeding": {**WORK, "manager": "rwc"},
        "thuduc.event": rights("rwc", clerk="rc"),
        "thuduc.document": rights("rwc", clerk="rwc"),
        "thuduc.service": rights("rwc", clerk="rwc"),
        "thuduc.handover": rights("rwc", clerk="r"),
        # written by the product alone
        "thuduc.deadline": READ,
        "thuduc.deadline.change": READ,
        "thuduc.reminder": READ,
        "thuduc.reminder.run": READ,
        "thuduc.agenda": READ,
        # registers of numbers, imports
        "thuduc.register": rights("r", clerk="rwc", manager="rwc"),
        "thuduc.register.year": rights("r", clerk="rwc", manager="rwcu"),
        "thuduc.import": rights("rwc"),
        "thuduc.import.line": rights("r"),
        # dialogs
        "thuduc.deadline.override": DIALOG,
        "thuduc.document.remark": DIALOG_OF_CLERK,
        "thuduc.event.record": DIALOG_OF_CLERK,
        "thuduc.event.withdraw": DIALOG,
        "thuduc.handover.return": DIALOG,
        "thuduc.handover.send": DIALOG,
        "thuduc.register.book": rights("rwcu", clerk="rwcu", auditor="rwcu"),
    }

    BOUND = (
        "thuduc.agenda",
        "thuduc.deadline",
        "thuduc.deadline.change",
        "thuduc.document",
        "thuduc.dossier",
        "thuduc.event",
        "thuduc.party",
        "thuduc.proceeding",
        "thuduc.reminder",
    )
    OPEN = frozenset(RIGHTS) - frozenset(BOUND)

    OWN_UNIT = {
        "own": ALL,
        "colleague": ALL,
        "above": "",
        "other": "",
        "own_secret": ALL,
        "colleague_secret": "",
        "other_secret": "",
    }
    REACH = {
        "officer": OWN_UNIT,
        # in the unit like an officer; all lawsuits are another addon's rule
        "legal": {**OWN_UNIT, "own_secret": ""},
        "head": {**OWN_UNIT, "colleague_secret": ALL},
        "leader": {
            **dict.fromkeys(OWN_UNIT, ALL),
            "other": "r",
            "other_secret": "r",
        },
        "clerk": {
            **OWN_UNIT,
            "above": ALL,
            "own_secret": "",
        },
        "auditor": {
            **dict.fromkeys(OWN_UNIT, "r"),
            "own_secret": "",
            "colleague_secret": "",
            "other_secret": "",
        },
        "manager": dict.fromkeys(OWN_UNIT, ALL),
    }

    def _record(self, model, dossier):
        make = {
            "thuduc.agenda": lambda: self._agenda_row(dossier),
            "thuduc.dossier": lambda: dossier,
            "thuduc.party": lambda: self._party(dossier),
            "thuduc.proceeding": lambda: self._bound(dossier),
            "thuduc.event": lambda: self._bound(dossier).event_ids,
            "thuduc.deadline": lambda: self._bound(dossier).deadline_ids,
            "thuduc.deadline.change": lambda: self._change(dossier),
            "thuduc.document": lambda: self._paper(dossier),
            "thuduc.reminder": lambda: self._reminder(dossier),
        }
        return make[model]()

    def _bound(self, dossier):
        return dossier.proceeding_ids or self._running("2026-03-02", dossier)

    def _agenda_row(self, dossier):
        deadlines = self._bound(dossier).deadline_ids
        return self.env["thuduc.agenda"].search([("deadline_id", "in", deadlines.ids)])

    def _party(self, dossier):
        return self.env["thuduc.party"].create(
            {"name": "Bà A", "dossier_id": dossier.id}
        )

    def _change(self, dossier):
        deadline = self._bound(dossier).deadline_ids
        return self.env["thuduc.deadline.change"]._log(deadline, {"state": "met"})

    def _paper(self, dossier):
        return self.env["thuduc.document"].create(
            {
                "subject": "Công văn",
                "dossier_id": dossier.id,
                "agency_id": dossier.agency_id.id,
            }
        )

    def _reminder(self, dossier):
        return self.env["thuduc.reminder"].create(
            {
                "deadline_id": self._bound(dossier).deadline_ids.id,
                "user_id": dossier.user_id.id,
                "date": "2026-03-02",
            }
        )

    # -- the table ---------------------------------------------------------------------

    def test_every_model_is_in_the_table(self):
        self.check_every_model_is_in_the_table()

    def test_rights(self):
        self.check_rights()

    def test_reach(self):
        self.check_reach()

    def test_public_and_portal_have_nothing(self):
        outsiders = self.env.ref("base.group_public") | self.env.ref(
            "base.group_portal"
        )
        lines = self.env["ir.model.access"].search(
            [("model_id.model", "=like", "thuduc.%")]
        )
        self.assertTrue(lines)
        self.assertFalse(lines.filtered(lambda line: line.group_id in outsiders))
        self.assertFalse(lines.filtered(lambda line: not line.group_id))

    # -- what the table cannot say -----------------------------------------------------

    def test_named_reader_reads_a_confidential_dossier(self):
        dossier = self.situations["own_secret"].with_user(self.other_officer)
        self.assertFalse(dossier.has_access("read"))
        dossier.sudo().reader_ids = [Command.link(self.other_officer.id)]
        self.assertTrue(dossier.has_access("read"))
        self.assertFalse(dossier.has_access("write"))

    def test_substitute_works_on_it_while_the_officer_is_away(self):
        dossier = self.situations["own"].with_user(self.other_officer)
        secret = self.situations["own_secret"].with_user(self.other_officer)
        self.officer.write(
            {
                "substitute_id": self.other_officer.id,
                "absent_from": "2026-03-02",
                "absent_to": "2026-03-03",
            }
        )
        self.assertTrue(dossier.has_access("write"))
        self.assertFalse(secret.has_access("read"))
        with freeze_time("2026-03-04 03:00:00"):
            dossier.invalidate_recordset()
            self.assertFalse(dossier.has_access("read"))

    def test_head_of_another_unit_reads_nothing(self):
        for situation in ("own", "above", "own_secret"):
            dossier = self.situations[situation].with_user(self.other_head)
            self.assertFalse(dossier.has_access("read"), situation)

    def test_auditor_who_is_an_officer_too_writes_only_as_officer(self):
        self.officer.group_ids = [
            Command.link(self.env.ref("thuduc_base.group_auditor").id)
        ]
        other = self.situations["other"].with_user(self.officer)
        self.assertTrue(other.has_access("read"))
        self.assertFalse(other.has_access("write"))
        self.assertFalse(
            self.situations["other_secret"].with_user(self.officer).has_access("read")
        )

    def test_nobody_writes_deadlines_and_stages_by_the_api(self):
        proceeding = self._bound(self.situations["own"])
        for user in (self.officer, self.head, self.leader, self.manager):
            with self.assertRaises(AccessError):
                proceeding.deadline_ids.with_user(user).write(
                    {"date_due": "2030-01-01"}
                )
            with self.assertRaises(UserError):
                proceeding.with_user(user).write({"stage_id": False})

    def test_people_outside_the_office_see_nothing(self):
        stranger = self.env["res.users"].create(
            {
                "name": "Khách",
                "login": "t_stranger",
                "group_ids": [Command.set(self.env.ref("base.group_user").ids)],
            }
        )
        for model in self.RIGHTS:
            records = self.env[model].with_user(stranger)
            self.assertFalse(records.has_access("read"), model)
