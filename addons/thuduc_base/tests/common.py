"""The world of the tests: agencies, one user for each role, dossiers to work on."""

from unittest.mock import patch

from odoo.fields import Command
from odoo.tests import new_test_user

from .docket_case import DocketCase

ROLES = ("officer", "head", "legal", "leader", "clerk", "auditor", "manager")


class ThuducCase(DocketCase):
    """Two wards with a unit each, people in every role, the made-up procedure.

    ``ward`` holds ``unit`` (``officer``, ``colleague``, ``head``, ``legal``) and is led
    by ``leader``; ``other_ward`` holds ``other_unit`` (``other_officer``,
    ``other_head``). The clerk belongs to the ward, the auditor to no unit.
    Chatter and activities of a bare dossier go to a contact that stands in for its
    lawsuit or sanction.
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._stand_in_for_concrete()
        cls.ward = cls.agency
        cls.unit = cls._agency("Phòng Hạ tầng", "T-HT", cls.ward)
        cls.other_ward = cls._agency("UBND phường bên", "T-UB2")
        cls.other_unit = cls._agency("Phòng Hạ tầng bên", "T-HT2", cls.other_ward)
        cls._people()
        cls.dossier.write({"agency_id": cls.unit.id, "user_id": cls.officer.id})

    @classmethod
    def _stand_in_for_concrete(cls):
        cls.stand_in_of = {}

        def concrete(dossiers):
            partners = dossiers.env["res.partner"]
            for dossier in dossiers:
                known = partners.browse(cls.stand_in_of.get(dossier.id)).sudo()
                if not known.exists():
                    cls.stand_in_of[dossier.id] = (
                        partners.sudo().create({"name": dossier.name}).id
                    )
                partners |= partners.browse(cls.stand_in_of[dossier.id])
            return partners

        def by_dossier(dossiers):
            return {dossier: concrete(dossier) for dossier in dossiers}

        model = cls.registry["thuduc.dossier"]
        for name, function in (
            ("_concrete", concrete),
            ("_concrete_by_dossier", by_dossier),
        ):
            patcher = patch.object(model, name, function, create=True)
            patcher.start()
            cls.addClassCleanup(patcher.stop)

    @classmethod
    def _people(cls):
        cls.officer = cls._user("officer", cls.unit)
        cls.colleague = cls._user("officer", cls.unit, login="t_colleague")
        cls.head = cls._user("head", cls.unit)
        cls.legal = cls._user("legal", cls.unit)
        cls.leader = cls._user("leader", cls.ward)
        cls.clerk = cls._user("clerk", cls.ward)
        cls.auditor = cls._user("auditor")
        cls.manager = cls._user("manager")
        cls.other_officer = cls._user("officer", cls.other_unit, login="t_other")
        cls.other_head = cls._user("head", cls.other_unit, login="t_other_head")
        cls.unit.head_id = cls.head
        cls.ward.head_id = cls.leader
        cls.other_unit.head_id = cls.other_head

    @classmethod
    def _agency(cls, name, code, parent=None):
        return cls.env["thuduc.agency"].create(
            {
                "name": name,
                "code": code,
                "kind": "department" if parent else "commune",
                "parent_id": parent and parent.id,
            }
        )

    @classmethod
    def _user(cls, role, agency=None, login=None, **values):
        """A user of that role; the name is the login."""
        return new_test_user(
            cls.env,
            login=login or f"t_{role}",
            groups=f"thuduc_base.group_{role}",
            tz="Asia/Ho_Chi_Minh",
            agency_ids=[Command.set(agency.ids if agency else [])],
            **values,
        )

    @classmethod
    def _open_dossier(cls, agency=None, user=None, **values):
        """A dossier of ``agency`` (the unit) held by ``user`` (the officer)."""
        return cls._dossier(
            agency_id=(agency or cls.unit).id,
            user_id=(cls.officer if user is None else user).id,
            **values,
        )

    @classmethod
    def _running(cls, date, dossier=None, code="accepted", **values):
        """A proceeding in which ``code`` happened on ``date``: its clock runs."""
        proceeding = cls._proceeding(dossier or cls._open_dossier())
        proceeding.record_event(code, date, **values)
        return proceeding
