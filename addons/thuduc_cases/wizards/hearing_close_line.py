from odoo import fields, models


class HearingCloseLine(models.TransientModel):
    """Whether one person came, while the result of a hearing is recorded."""

    _name = "thuduc.case.hearing.close.line"
    _description = "Attendance while Closing a Hearing"

    wizard_id = fields.Many2one(
        "thuduc.case.hearing.close", required=True, ondelete="cascade"
    )
    attendance_id = fields.Many2one(
        "thuduc.case.attendance", required=True, ondelete="cascade"
    )
    name = fields.Char(related="attendance_id.name")
    role = fields.Selection(related="attendance_id.role")
    is_agency = fields.Boolean(related="attendance_id.is_agency")
    presence = fields.Selection(
        selection=lambda self: (
            self.env["thuduc.case.attendance"]
            ._fields["presence"]
            ._description_selection(self.env)
        ),
    )
    reason = fields.Char()

    def _write_attendance(self):
        """Hand on to the sheet; who came for the agency is whom it expected."""
        self.ensure_one()
        attendance = self.attendance_id
        values = {"presence": self.presence}
        if self.reason:
            values["reason"] = self.reason
        if self.is_agency and self.presence == "present" and not attendance.user_id:
            values["user_id"] = attendance.hearing_id.representative_id.id
        attendance.write(values)
