from odoo import http
from odoo.http import request


class CalendarFeed(http.Controller):
    """The calendar of hearings for telephones and other programmes."""

    @http.route(
        "/thuduc/calendar/<string:token>.ics",
        type="http",
        auth="public",
        methods=["GET"],
        save_session=False,
    )
    def feed(self, token):
        # The secret address stands for the login of its owner, whose rights then
        # decide what is in the calendar.
        feed = request.env["thuduc.case.calendar.feed"].sudo()._by_token(token)
        if not feed:
            raise request.not_found()
        return request.make_response(
            feed._read_content(),
            headers=[
                ("Content-Type", "text/calendar; charset=utf-8"),
                ("Cache-Control", "private, max-age=300"),
                ("X-Robots-Tag", "noindex"),
            ],
        )
