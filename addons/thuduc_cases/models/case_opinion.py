from markupsafe import Markup

from odoo import models
from odoo.exceptions import UserError

FORM = "VBYK"


class CaseOpinion(models.Model):
    """The written opinion on the claim, the first duty of the defendant (LTTHC 128)."""

    _inherit = "thuduc.case"

    def action_write_opinion(self):
        """Open the draft of the written opinion, made from the file at first."""
        self.ensure_one()
        draft = self.document_ids.filtered(
            lambda d: d.form_id.code == FORM and d.state != "cancelled"
        )[:1]
        document = draft or self._draft_opinion()
        return {
            "type": "ir.actions.act_window",
            "res_model": "thuduc.document",
            "res_id": document.id,
            "view_mode": "form",
        }

    def _draft_opinion(self):
        self.ensure_one()
        first = self.round_ids.filtered(lambda r: r.round_type == "FI")[-1:]
        if not first.notice_received_date:
            raise UserError(
                self.env._(
                    "Record the receipt of the notice of acceptance first: the opinion "
                    "answers it."
                )
            )
        day = first.notice_received_date
        return self.env["thuduc.document"].create(
            {
                "dossier_id": self.dossier_id.id,
                "proceeding_id": first.proceeding_id.id,
                "form_id": self.env["thuduc.form"]._for(FORM, day).id,
                "subject": self._opinion_subject(first),
                "body": self._opinion_body(),
                **({"capacity": "head"} if self.defendant_capacity != "organ" else {}),
            }
        )

    def _opinion_subject(self, first):
        docket = f" (vụ án thụ lý số {first.docket_no})" if first.docket_no else ""
        return f"ghi ý kiến về yêu cầu khởi kiện của {self.plaintiff_names}{docket}"

    def _opinion_body(self):
        representative = self.authorization_ids.filtered(
            lambda a: a.kind == "representation" and a.is_active
        )[:1]
        return Markup(
            self.env["ir.qweb"]._render(
                "thuduc_cases.written_opinion_body",
                {"case": self, "representative": representative},
            )
        )

    # -- words for papers -----------------------------------------------------------

    def _defendant_name(self):
        """The defendant as papers name it: the organ, or the person in office."""
        self.ensure_one()
        agency = self.current_agency_id
        if self.defendant_capacity == "person":
            return f"{agency.head_title or 'Chủ tịch'} {agency.name}"
        if self.defendant_capacity == "other" and self.defendant_position:
            return f"{self.defendant_position} {agency.name}"
        return agency.name

    def _objects_in_brief(self):
        self.ensure_one()
        return ", ".join(challenged._cited() for challenged in self.object_ids)

    def _defendant_remark(self):
        """What the written opinion says of a wrong defendant or of a succession (in
        Vietnamese): the court decides who stays."""
        self.ensure_one()
        said = []
        if self.is_wrong_defendant and self.right_agency_id:
            right = self.right_agency_id
            if self.right_capacity == "person":
                name = f"{right.head_title or 'Chủ tịch'} {right.name}"
            else:
                name = right.name
            why = f" ({self.right_defendant_note})" if self.right_defendant_note else ""
            said.append(
                f"Đơn khởi kiện xác định người bị kiện là {self._defendant_name()}; "
                f"người bị kiện đúng là {name}{why}. Đề nghị Tòa án xác định lại tư "
                "cách người bị kiện."
            )
        for succession in self.succession_ids:
            new = succession.new_person or succession.new_agency_id.name
            old = succession.old_person or succession.old_agency_id.name
            basis = succession.basis or succession.basis_id.display_name
            said.append(
                f"{new} kế thừa quyền, nghĩa vụ tố tụng của {old}"
                f"{f' theo {basis}' if basis else ''}."
            )
        return " ".join(said)
