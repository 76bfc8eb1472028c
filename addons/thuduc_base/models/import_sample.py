import base64
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill

from odoo import api, fields, models

EXAMPLES = {"date": "31/12/2025", "amount": "5.000.000", "flag": "Có", "year": "1980"}


class ImportSample(models.Model):
    """Files to start from: an empty register, and the rows to correct."""

    _inherit = "thuduc.import"

    sample_file = fields.Binary(compute="_compute_sample_file")
    error_file = fields.Binary(compute="_compute_error_file")

    @api.depends("kind")
    def _compute_sample_file(self):
        for run in self:
            columns = run._mapping()._columns() if run.kind else []
            headings = [column.heading for column in columns]
            examples = [
                column.example or EXAMPLES.get(column.kind) for column in columns
            ]
            required = {column.heading for column in columns if column.required}
            run.sample_file = _workbook(headings, [examples], required)

    @api.depends("line_ids")
    def _compute_error_file(self):
        """The rows with errors as they stood, with what to correct in front."""
        for run in self:
            wrong = run.line_ids.filtered(lambda line: line.result == "error")
            headings = list(dict.fromkeys(h for line in wrong for h in line.values))
            run.error_file = _workbook(
                [self.env._("Row"), self.env._("To correct"), *headings],
                [
                    [line.number, line.errors, *map(line.values.get, headings)]
                    for line in wrong.sorted("number")
                ],
            )

    def action_download_sample(self):
        """Download an empty register of this kind; red headings must be filled in."""
        return self._action_download("sample_file", self.env._("sample"))

    def action_download_errors(self):
        """Download the rows with errors, ready to be corrected."""
        return self._action_download("error_file", self.env._("errors"))

    def _action_download(self, field_name, suffix):
        self.ensure_one()
        return {
            "type": "ir.actions.act_url",
            "url": f"/web/content/thuduc.import/{self.id}/{field_name}"
            f"/{self.kind}-{suffix}.xlsx?download=true",
        }


def _workbook(headings, rows, required=()):
    book = Workbook()
    sheet = book.active
    sheet.append(headings)
    for cell in sheet[1]:
        colour = "C00000" if cell.value in required else "1F3864"
        cell.font = Font(bold=True, color=colour)
        cell.fill = PatternFill("solid", fgColor="DDE7F3")
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        sheet.column_dimensions[cell.column_letter].width = 18
    for row in rows:
        sheet.append(row)
    sheet.freeze_panes = "A2"
    target = BytesIO()
    book.save(target)
    return base64.b64encode(target.getvalue())
