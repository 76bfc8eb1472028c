from odoo.addons.thuduc_base.tests.common import ThuducCase


class ReportsCase(ThuducCase):
    """Lawsuits and sanctions through their real models, in two wards."""

    @classmethod
    def _stand_in_for_concrete(cls):
        """Nothing stands in: the lawsuits and sanctions here are real ones."""

    @classmethod
    def _lawsuit(cls, agency=None, user=None, events=(), **values):
        """A lawsuit of ``agency`` (the unit); ``events``: (code, date[, values])."""
        lawsuit = cls.env["thuduc.case"].create(
            {
                "title": "Khiếu kiện quyết định hành chính",
                "agency_id": (agency or cls.unit).id,
                "user_id": (user or cls.officer).id,
                "original_agency_id": cls.ward.id,
                **values,
            }
        )
        cls._record(lawsuit, events)
        return lawsuit

    @classmethod
    def _sanction(
        cls, agency=None, user=None, events=(), fines=(5_000_000,), kinds=(), **values
    ):
        """A sanction of ``agency`` with one act a fine and one violator a kind."""
        sanction = cls.env["thuduc.sanction"].create(
            {
                "title": "Xây dựng không phép",
                "agency_id": (agency or cls.unit).id,
                "user_id": (user or cls.officer).id,
                "date_open": "2026-03-02",
                **values,
            }
        )
        violators = cls.env["thuduc.party"].create(
            [
                {
                    "dossier_id": sanction.dossier_id.id,
                    "role": "violator",
                    "name": "Người vi phạm",
                    "kind": kind,
                }
                for kind in kinds or ("individual",)
            ]
        )
        cls.env["thuduc.sanction.act"].create(
            [
                {
                    "sanction_id": sanction.id,
                    "party_id": violators[0].id,
                    "description": "Hành vi",
                    "fine_amount": fine,
                }
                for fine in fines
            ]
        )
        cls._record(sanction, events)
        return sanction

    @classmethod
    def _pay(cls, sanction, amount, date):
        return cls.env["thuduc.sanction.payment"].create(
            {
                "sanction_id": sanction.id,
                "amount": amount,
                "date": date,
                "receipt_number": f"{sanction.id}/{date}",
            }
        )

    @classmethod
    def _record(cls, record, events):
        for code, date, *more in events:
            number = f"{record.id}/{code}"
            record.record_event(code, date, document_number=number, **dict(*more))

    @classmethod
    def _outcome(cls, code):
        return {"outcome_id": cls.env.ref(f"thuduc_cases.outcome_{code}").id}

    def row(self, source, kind):
        """The row of ``source`` in the analysis of that kind: it has the same id."""
        return self.env[f"thuduc.{kind}.analysis"].browse(source.id)
