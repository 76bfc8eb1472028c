from collections import OrderedDict
from io import BytesIO

from odoo import api, fields, models

from ..report.engine import render_pdf
from ..tools import amount_in_words, format_amount, numeric_date, spoken_date


class IrActionsReport(models.Model):
    """Reports choose what makes their PDF.

    WeasyPrint works in the server's process and prints records one by one, each with
    its own page numbers. Its templates know the record as ``document`` and how amounts
    and dates are written.
    """

    _inherit = "ir.actions.report"

    pdf_engine = fields.Selection(
        [("wkhtmltopdf", "wkhtmltopdf"), ("weasyprint", "WeasyPrint (PDF/A-3)")],
        string="PDF engine",
        required=True,
        default="wkhtmltopdf",
    )

    def _get_readable_fields(self):
        return super()._get_readable_fields() | {"pdf_engine"}

    def report_action(self, docids, data=None, config=True):
        """Tell the web client which engine prints it."""
        own_layout = self.pdf_engine == "weasyprint"
        action = super().report_action(docids, data, config=config and not own_layout)
        if own_layout:
            action["pdf_engine"] = self.pdf_engine
        return action

    @api.model
    def _pre_render_qweb_pdf(self, report_ref, res_ids=None, data=None):
        report = self._get_report(report_ref)
        if report.pdf_engine != "weasyprint":
            return super()._pre_render_qweb_pdf(report_ref, res_ids, data)
        ids = [res_ids] if isinstance(res_ids, int) else res_ids or []
        streams = OrderedDict()
        for record in self.env[report.model].browse(ids):
            issued = self._issued_file(report, record)
            content = issued or self._weasyprint(report, record, data)
            streams[record.id] = {"stream": BytesIO(content), "attachment": None}
        return streams, "pdf"

    @api.model
    def _issued_file(self, report, record):
        """A paper is printed once: afterwards its file is served, never made anew."""
        if record._name != "thuduc.document" or not record.attachment_id:
            return b""
        if report != record._report().sudo():  # as sudo as ``report``; only compared
            return b""
        record.check_access("read")
        return record.attachment_id.raw

    @api.model
    def _weasyprint(self, report, record, data):
        html, _kind = self._render_qweb_html(report, record.ids, data=data)
        is_paper = record._name == "thuduc.document"
        files = record._embedded_files() if is_paper else ()
        return render_pdf(self.env, html.decode(), files)

    @api.model
    def _get_rendering_context(self, report, docids, data):
        values = super()._get_rendering_context(report, docids, data)
        if report.pdf_engine == "weasyprint":
            values.update(
                document=values.get("docs"),
                amount_in_words=amount_in_words,
                format_amount=format_amount,
                format_day=lambda day: day and numeric_date(day),
                spoken_date=spoken_date,
            )
        return values
