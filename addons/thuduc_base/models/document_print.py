from odoo import fields, models

from ..report.paper_data import FILE_NAME, to_xml

GENERAL_REPORT = "thuduc_base.report_general_paper_action"
NO_NUMBER = "\u00a0" * 8


class DocumentPrint(models.Model):
    """A paper as it is printed, and the data that its file carries."""

    _inherit = "thuduc.document"

    def _report(self):
        """The report of the form; papers without an own text use the general one."""
        self.ensure_one()
        return self.form_id.report_id or self.env.ref(GENERAL_REPORT)

    def _render_pdf(self):
        """The paper as PDF; once it is issued, always the file that was issued."""
        self.ensure_one()
        content, _kind = self.env["ir.actions.report"]._render_qweb_pdf(
            self._report(), self.ids
        )
        return content

    def _file_name(self):
        """Symbols carry slashes, file names do not."""
        self.ensure_one()
        name = (self.name or self.form_id.name or self.subject).replace("/", "-")
        return f"{name}.pdf"

    def _printed_reference(self):
        """Number and symbol; a draft leaves room for the number."""
        self.ensure_one()
        if self.name:
            return self.name
        pattern = self.form_id.symbol or self.register_id.symbol or "{number}"
        year = (self.date or fields.Date.context_today(self)).year
        return pattern.replace("{number}", NO_NUMBER).replace("{year}", str(year))

    def action_preview(self):
        """Open the printed paper in a new tab."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_url",
            "url": f"/thuduc/paper/{self.id}",
            "target": "new",
        }

    # -- data in the file --------------------------------------------------------------

    def _embedded_files(self):
        """Data files of the PDF: name, description, content."""
        self.ensure_one()
        return [(FILE_NAME, self.subject, to_xml(self._prepare_paper_data()))]

    def _prepare_paper_data(self):
        """Values of the embedded XML, in the order of ``official_paper.xsd``."""
        self.ensure_one()
        earlier = self.replaces_id
        return {
            "form": {"code": self.form_id.code, "name": self.form_id.name},
            "direction": self.direction,
            "number": self.number,
            "reference": self.name,
            "date": self.date,
            "subject": self.subject,
            "agency": {"code": self.agency_id.code, "name": self.agency_id.name},
            "signer": {"name": self.signer_id.name, "title": self.signer_title},
            "dossier": self.dossier_id.name,
            "person": {"name": self.party_id.name, "address": self.party_id.address},
            "earlier": {
                "relation": self.relation,
                "reference": earlier.name,
                "date": earlier.date,
            },
            "data": {"item": self._prepare_form_data()},
        }

    def _prepare_form_data(self):
        """Particulars of the form by name (amounts, articles…); procedures fill it."""
        return {}
