from collections import Counter

from psycopg2 import IntegrityError

from odoo import models
from odoo.exceptions import UserError

# A register of old dossiers must not mail anybody nor make people follow.
QUIET = {
    "mail_create_nosubscribe": True,
    "mail_auto_subscribe_no_notify": True,
    "mail_notrack": True,
    "tracking_disable": True,
}


class RowRefused(UserError):
    """The row turned out wrong while it was applied; why is told in its errors."""

    def __init__(self):
        super().__init__("")


class ImportProcessing(models.Model):
    """Row by row: what the register brings, and what became of it."""

    _inherit = "thuduc.import"

    def _process(self, register, dry=False):
        """Apply every row, each in its own savepoint: one error spoils one row.

        :return: ``(row, result, dossier id)`` of each row.
        """
        memo = self._memo(dry)
        mapping = self._mapping().with_context(**QUIET)
        for row in register.rows:
            mapping._parse_row(row, memo)
        mapping._prefetch(register.rows, memo)
        seen, results = {}, []
        for row in register.rows:
            earlier = seen.get(row.key) if row.key else None
            if earlier:
                result, dossier_id = self._compare_double(row, earlier), False
            else:
                result, dossier_id = self._apply(mapping, row, memo)
            if result != "update":
                row.changes.clear()
            if row.key and result != "error":
                seen.setdefault(row.key, row)
            results.append((row, result, dossier_id))
        return results

    def _memo(self, dry):
        """What all rows of a run share; ``allowed_agency_ids`` None means all."""
        user = self.env.user
        above = self.env.su or user.has_group("thuduc_base.group_head")
        return {
            "dry": dry,
            "agency_id": self.agency_id.id,
            "allowed_agency_ids": None if above else set(user.agency_ids.ids),
        }

    def _apply(self, mapping, row, memo):
        if row.errors:
            return "error", False
        try:
            with self.env.cr.savepoint():
                dossier = self._find_accessible(mapping, row, memo)
                existed = bool(dossier)
                with mapping.env["thuduc.proceeding"]._deferring_replay() as waiting:
                    deferring = mapping.with_context(**waiting)
                    dossier = deferring._apply_row(
                        row, dossier.with_env(deferring.env), memo
                    )
                    if row.errors:
                        raise RowRefused
        except RowRefused:
            return "error", False
        except UserError as error:
            row.error(str(error))
            return "error", False
        except IntegrityError as error:
            row.error(self._explain_integrity(error))
            return "error", False
        if not existed:
            return "new", dossier.id
        return "update" if row.changes else "unchanged", dossier.id

    def _explain_integrity(self, error):
        """The database refused: the message of the constraint, as on the screen."""
        table = error.diag.table_name
        model = next((m for m in self.env.values() if m._table == table), self)
        return model._sql_error_to_message(error)

    def _find_accessible(self, mapping, row, memo):
        # Doubles must be found also where the user may not look.
        dossier = mapping.sudo()._find(row, memo).sudo(False)
        if dossier and not dossier.has_access("write"):
            raise UserError(
                self.env._(
                    "This dossier exists already, in a unit whose dossiers you may not "
                    "change. Leave the row out, or ask that unit."
                )
            )
        return dossier.with_env(mapping.env)

    def _compare_double(self, row, earlier):
        """The same record once more is left out; with other facts it is an error."""
        differing = [
            column.heading
            for column in self._mapping()._columns()
            if column.compared
            and not self._same_fact(
                row.facts.get(column.name), earlier.facts.get(column.name)
            )
        ]
        names = {"row": earlier.number, "columns": ", ".join(differing)}
        if not differing:
            row.warn(
                self.env._("The same as row %(row)s; it is imported once.", **names)
            )
            return "error" if row.errors else "duplicate"
        row.error(
            self.env._(
                "The same number as row %(row)s, but not the same facts: %(columns)s. "
                "Keep the right row and delete the other one.",
                **names,
            )
        )
        return "error"

    def _same_fact(self, one, other):
        if isinstance(one, str) and isinstance(other, str):
            return self.env["thuduc.import.mapping"]._same_name(one, other)
        return one == other

    def _keep(self, register, results, state):
        """Keep the outcome of each row; nobody types these lines."""
        counts = Counter(result for _row, result, _dossier in results)
        # No role writes import lines: they are what the machine found.
        self.sudo().line_ids.unlink()
        self.env["thuduc.import.line"].sudo().create(
            [
                self.env["thuduc.import.line"]._prepare_values(
                    self, row, result, dossier if state == "imported" else False
                )
                for row, result, dossier in results
            ]
        )
        self.write(
            {
                "state": state,
                "checksum": self._checksum(),
                "sheet": register.sheet,
                "unknown_columns": ", ".join(register.unknown),
                "row_count": len(results),
                "warning_count": sum(bool(row.warnings) for row, *_rest in results),
                **{
                    f"{result}_count": counts[result]
                    for result in ("new", "update", "unchanged", "duplicate", "error")
                },
            }
        )

    def _tell_dossiers(self, results):
        """Each dossier tells from which row of which register its facts come."""
        rows = {
            dossier: row
            for row, result, dossier in results
            if result in ("new", "update")
        }
        records = self.env["thuduc.dossier"].browse(rows)._concrete()
        if records:
            records._message_log_batch(
                bodies={
                    record.id: self.env._(
                        "Taken from register “%(file)s”, row %(row)s.",
                        file=self.name,
                        row=rows[record.dossier_id.id].number,
                    )
                    for record in records
                }
            )
