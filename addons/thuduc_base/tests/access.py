"""Who may do what, as a table that every addon fills in for its own models."""

from .common import ThuducCase

OPERATIONS = {"r": "read", "w": "write", "c": "create", "u": "unlink"}


class AccessCase(ThuducCase):
    """Compares the access of each role with the tables of the addon.

    ``RIGHTS``: model → role → operations (letters of ``OPERATIONS``) that the role has
    on a record in its reach; a role that is not named has none. ``REACH``: role →
    situation of the dossier → operations that reach there. What a role may do with a
    record of a dossier is what both allow; ``OPEN`` models know no reach.
    """

    addon = None
    RIGHTS = {}
    OPEN = frozenset()
    REACH = {}

    @classmethod
    def _lend_a_kind(cls):
        """A kind of its own: rules that a procedure adds for its kind are tested
        there."""
        field = cls.registry["thuduc.dossier"]._fields["kind"]
        kinds = {**dict(field.selection), "test": "Test"}
        cls.classPatch(field, "selection", list(kinds.items()))
        cls.classPatch(field, "_selection", kinds)
        cls.kind = "test"

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        elsewhere = {"agency": cls.other_unit, "user": cls.other_officer}
        cls.situations = {
            "own": cls._open_dossier(),
            "colleague": cls._open_dossier(user=cls.colleague),
            "above": cls._open_dossier(cls.ward, cls.leader),
            "other": cls._open_dossier(**elsewhere),
            "own_secret": cls._open_dossier(confidential=True),
            "colleague_secret": cls._open_dossier(
                user=cls.colleague, confidential=True
            ),
            "other_secret": cls._open_dossier(confidential=True, **elsewhere),
        }

    def _models(self):
        """Stored models of the addon."""
        return {
            name
            for name, model in self.registry.models.items()
            if model._original_module == self.addon and not model._abstract
        }

    def _record(self, model, dossier):
        """A record of ``model`` in ``dossier``; each addon makes its own."""
        raise NotImplementedError

    def _allowed(self, record, role):
        """Letters of what ``role`` may do with ``record``."""
        record = record.with_user(getattr(self, role))
        return {
            letter
            for letter, operation in OPERATIONS.items()
            if record.has_access(operation)
        }

    def check_every_model_is_in_the_table(self):
        self.assertEqual(self._models(), set(self.RIGHTS))

    def check_rights(self):
        """Without a record: what the access lines give."""
        for model, rights in self.RIGHTS.items():
            for role in self.REACH:
                with self.subTest(model=model, role=role):
                    self.assertEqual(
                        self._allowed(self.env[model], role),
                        set(rights.get(role, "")),
                    )

    def check_reach(self):
        """With a record in each situation: what the rules leave of it."""
        for model in sorted(self.RIGHTS.keys() - self.OPEN):
            for situation, dossier in self.situations.items():
                record = self._record(model, dossier)
                for role, reach in self.REACH.items():
                    with self.subTest(model=model, role=role, situation=situation):
                        self.assertEqual(
                            self._allowed(record, role),
                            set(self.RIGHTS[model].get(role, ""))
                            & set(reach[situation]),
                        )
