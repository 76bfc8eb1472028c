from odoo import api, fields, models

from .import_case_columns import COLUMNS


class ImportCase(models.AbstractModel):
    """The register of administrative lawsuits, row by row.

    A row is known again by its code in the old register, else by court and docket
    number of the first instance. Effect of a judgment that nobody appealed is not
    typed in registers: it follows from the windows of appeal (LTTHC 215).
    """

    _name = "thuduc.import.mapping.case"
    _inherit = ["thuduc.import.mapping"]
    _description = "Mapping of the Register of Lawsuits"

    @api.model
    def _columns(self):
        return COLUMNS

    # -- finding and writing ---------------------------------------------------------

    @api.model
    def _prefetch(self, rows, memo):
        """Lawsuits that exist already, by code and by docket number."""
        codes = [row.facts["code"] for row in rows if row.facts["code"]]
        dockets = [row.facts["docket"] for row in rows if row.facts["docket"]]
        known = memo["known"] = {}
        # Doubles must be found also where the user may not look.
        rounds = self.env["thuduc.case.round"].sudo()
        for record in rounds.search(
            [("docket_no", "in", dockets), ("round_type", "=", "FI")]
        ):
            facts = {"court_id": record.court_id.id, "docket": record.docket_no}
            known[self._natural_key(facts)] = record.dossier_id
        # The same holds for the codes of the old register.
        dossiers = self.env["thuduc.dossier"].sudo()
        for dossier in dossiers.search(
            [("kind", "=", "case"), ("legacy_code", "in", codes)]
        ):
            known[dossier.legacy_code] = dossier

    @api.model
    def _find(self, row, memo):
        facts, known = row.facts, memo["known"]
        by_docket = known.get(self._natural_key(facts))
        found = known.get(facts["code"]) or by_docket
        if found and by_docket and found != by_docket:
            row.error(
                self.env._(
                    "Docket number %(docket)s of this court belongs to dossier "
                    "%(dossier)s. Check the number.",
                    docket=facts["docket"],
                    dossier=by_docket.name,
                )
            )
        return self.env["thuduc.dossier"].browse(found.id if found else None)

    @api.model
    def _apply_row(self, row, dossier, memo):
        case = dossier._concrete() if dossier else self._create_case(row, memo)
        if dossier:
            self._update_case(case, row)
        first = case.round_ids.filtered(lambda r: r.round_type == "FI")[:1]
        self._write_differing(
            first,
            {"court_id": row.facts["court_id"], "docket_no": row.facts["docket"]},
            row,
        )
        self._sync_first_instance(first.proceeding_id, row)
        self._sync_appeal(case, row)
        self._sync_enforcement(case, first.proceeding_id, row)
        return case.dossier_id

    @api.model
    def _create_case(self, row, memo):
        facts = row.facts
        values = {
            "title": self._title(facts),
            "agency_id": facts["agency_id"],
            "user_id": facts["user_id"],
            "field_id": facts["field_id"],
            "original_agency_id": facts["defendant_id"],
            "defendant_capacity": facts["capacity"],
            "legacy_code": facts["code"] or False,
            "date_open": facts["received"] or facts["accepted"],
            "party_ids": [
                fields.Command.create(self._plaintiff_values(facts)),
                fields.Command.create(
                    {
                        "role": "defendant",
                        "kind": "agency",
                        "name": facts["defendant"],
                        "agency_id": facts["defendant_id"],
                    }
                ),
            ],
            "object_ids": [
                fields.Command.create(
                    {**facts["object_values"], "issuer_id": facts["defendant_id"]}
                )
            ],
        }
        if memo["dry"]:
            # A trial run must not use up codes of the year.
            values["name"] = f"?{row.number}"
        return self.env["thuduc.case"].create(values)

    @api.model
    def _title(self, facts):
        return f"{facts['plaintiff']} – {facts['object'] or facts['docket']}"

    @api.model
    def _plaintiff_values(self, facts):
        born = facts["birth_year"]
        return {
            "role": "plaintiff",
            "address": facts["address"],
            "note": self.env._("Born in %s", born) if born else False,
            **self._person_values(facts["plaintiff"], facts["number"]),
        }

    @api.model
    def _update_case(self, case, row):
        facts = row.facts
        self._write_differing(case, {"title": self._title(facts)}, row)
        plaintiff = case.party_ids.filtered(lambda p: p.role == "plaintiff")[:1]
        if plaintiff:
            values = self._plaintiff_values(facts)
            values.pop("note")
            self._write_differing(plaintiff, values, row)
        if len(case.object_ids) == 1:
            self._write_differing(case.object_ids, facts["object_values"], row)
