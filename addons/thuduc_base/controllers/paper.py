from odoo import http
from odoo.http import content_disposition, request


class Paper(http.Controller):
    """The printed paper in the browser: the issued file, or the draft as it stands."""

    @http.route(
        "/thuduc/paper/<int:document_id>", type="http", auth="user", readonly=True
    )
    def paper(self, document_id):
        document = request.env["thuduc.document"].browse(document_id)
        document.check_access("read")
        if document.direction == "in":
            stream = request.env["ir.binary"]._get_stream_from(
                document, "scan", document.scan_name
            )
            return stream.get_response()
        disposition = content_disposition(document._file_name(), "inline")
        return request.make_response(
            document._render_pdf(),
            headers=[
                ("Content-Type", "application/pdf"),
                ("Content-Disposition", disposition),
            ],
        )
