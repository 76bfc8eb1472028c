import re

from markupsafe import Markup, escape

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command

AMOUNT = re.compile(r"(\d[\d. ]*(?:đồng|%|lần|tháng))")
HEADING = re.compile(r"^(?:Điều \d|\d{1,2}[a-zđ]?\s*\.)")


class DecreeArticle(models.Model):
    """An article of a decree as printed, beside the rows that were read from it."""

    _name = "thuduc.decree.article"
    _description = "Article of a Decree"
    _order = "reading_id desc, sequence, id"
    _rec_name = "title"

    reading_id = fields.Many2one(
        "thuduc.decree.reading", required=True, index=True, ondelete="cascade"
    )
    sequence = fields.Integer()
    label = fields.Char(string="Article", required=True)
    title = fields.Char()
    chapter = fields.Char()
    text = fields.Text(readonly=True)
    source = fields.Html(
        compute="_compute_source", sanitize=False, string="Text of the decree"
    )
    proposal_ids = fields.One2many("thuduc.decree.proposal", "article_id")
    viewer_ids = fields.Many2many(
        "res.users", string="Read by", readonly=True, copy=False
    )
    is_viewed = fields.Boolean(compute="_compute_is_viewed", string="Read by me")
    proposal_count = fields.Integer(compute="_compute_counts", string="Rows")
    open_count = fields.Integer(compute="_compute_counts", string="To review")
    doubt_count = fields.Integer(compute="_compute_counts", string="Doubtful")
    progress = fields.Char(compute="_compute_counts")

    @api.depends("label", "title")
    def _compute_display_name(self):
        for article in self:
            article.display_name = f"Điều {article.label}. {article.title or ''}"

    @api.depends("text")
    def _compute_source(self):
        """The text with its clauses set off and its amounts marked."""
        for article in self:
            lines = [_show_line(line) for line in (article.text or "").splitlines()]
            article.source = Markup("").join(lines)

    @api.depends("viewer_ids")
    @api.depends_context("uid")
    def _compute_is_viewed(self):
        for article in self:
            article.is_viewed = self.env.user in article.viewer_ids

    @api.depends("proposal_ids.state", "proposal_ids.doubts")
    def _compute_counts(self):
        for article in self:
            waiting = article.proposal_ids.filtered(lambda p: p.state == "proposed")
            article.proposal_count = len(article.proposal_ids)
            article.open_count = len(waiting)
            article.doubt_count = len(waiting.filtered("doubts"))
            done = article.proposal_count - article.open_count
            article.progress = f"{done}/{article.proposal_count}"

    @api.model
    def _create_from_reading(self, reading, found):
        """Articles with acts, and those that speak of fines though none was read."""
        by_article = {}
        for proposal in found.proposals:
            by_article.setdefault(proposal.article, []).append(proposal)
        values = []
        for sequence, article in enumerate(found.articles):
            proposals = by_article.pop(article.label, [])
            if proposals or "phạt tiền từ" in article.text.lower():
                values.append(
                    {
                        "reading_id": reading.id,
                        "sequence": sequence,
                        "label": article.label,
                        "title": article.title,
                        "chapter": article.chapter,
                        "text": article.text,
                        "proposal_ids": [
                            Command.create(
                                self.env["thuduc.decree.proposal"]._prepare_from(
                                    proposal, position
                                )
                            )
                            for position, proposal in enumerate(proposals)
                        ],
                    }
                )
        return self.create(values)

    # -- reviewing -------------------------------------------------------------------

    def action_review(self):
        """Open the article beside its rows; from now on its reader may accept them."""
        self.ensure_one()
        self.viewer_ids = [Command.link(self.env.uid)]
        return {
            "type": "ir.actions.act_window",
            "name": self.reading_id.number or self.env._("Review"),
            "res_model": self._name,
            "res_id": self.id,
            "view_mode": "form",
            "views": [(False, "form")],
        }

    def _check_seen(self):
        """Nothing is accepted unseen."""
        for article in self:
            if self.env.user not in article.viewer_ids:
                raise UserError(
                    self.env._(
                        "Read article %(article)s beside its text before you accept "
                        "its rows.",
                        article=article.label,
                    )
                )

    def action_accept_all(self):
        """Accept the rows of the article that raise no doubt; the others one by one."""
        self.ensure_one()
        self._check_seen()
        waiting = self.proposal_ids.filtered(lambda p: p.state == "proposed")
        waiting.filtered(lambda p: not p.doubts).action_accept()

    def action_reject_all(self):
        """Reject the rows of the article that are still open."""
        self.ensure_one()
        self._check_seen()
        self.proposal_ids.filtered(lambda p: p.state == "proposed").action_reject()

    def action_next(self):
        """The next article that has rows to review, else the list of articles."""
        return self._action_neighbour(1)

    def action_previous(self):
        """The article before."""
        return self._action_neighbour(-1)

    def _action_neighbour(self, step):
        self.ensure_one()
        articles = self.reading_id.article_ids
        place = articles.ids.index(self.id) + step
        if not 0 <= place < len(articles):
            return self.action_back()
        return articles[place].action_review()

    def action_back(self):
        """Back to the decree."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Decrees Read"),
            "res_model": "thuduc.decree.reading",
            "res_id": self.reading_id.id,
            "view_mode": "form",
            "views": [(False, "form")],
        }


def _show_line(line):
    shown = Markup("").join(
        Markup("<mark>%s</mark>") % part if place % 2 else escape(part)
        for place, part in enumerate(AMOUNT.split(line))
    )
    if HEADING.match(line):
        return Markup('<p class="mb-1 mt-2 fw-bold">%s</p>') % shown
    return Markup('<p class="mb-1 ps-3">%s</p>') % shown
