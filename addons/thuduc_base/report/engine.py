"""PDF in process with WeasyPrint: PDF/A-3b, fonts embedded, nothing from outside."""

import logging
import re
from io import BytesIO
from mimetypes import guess_type
from posixpath import normpath

from weasyprint import HTML, Attachment
from weasyprint.urls import URLFetcher, URLFetcherResponse

from odoo.tools.mimetypes import guess_mimetype
from odoo.tools.misc import file_open

VARIANT = "pdf/a-3b"
ROOT = "https://paper.invalid/"  # reserved name: it never leads anywhere
# Each paper would write a dozen lines of progress into the server's log.
logging.getLogger("weasyprint.progress").setLevel(logging.WARNING)

# Text between two tags, but for that of the title, which takes none.
TEXT = re.compile(r"(?<!<title)>[^<]*/[^<]*<")
SYMBOL = re.compile(r"\b\d+(?:/\w+)+-[\w-]*\w")
STORED = ("web/image/", "web/content/")


class LocalFetcher(URLFetcher):
    """Serves static files of addons, stored attachments and data URIs, no more.

    A paper that asks for anything else is printed without it: a text pasted from the
    web must not make the server call out, nor print what its author cannot read.
    """

    def __init__(self, env):
        super().__init__(allowed_protocols=["data"])
        self.env = env

    def fetch(self, url, headers=None):
        if not url.startswith(ROOT):
            return super().fetch(url, headers)
        path = normpath(url.removeprefix(ROOT).split("?")[0].split("#")[0])
        content = self._stored(path) if path.startswith(STORED) else self._static(path)
        known, _encoding = guess_type(path)
        content_type = {"Content-Type": known or guess_mimetype(content)}
        return URLFetcherResponse(url, BytesIO(content), content_type)

    def _static(self, path):
        if path.split("/")[1:2] != ["static"]:
            raise ValueError(f"not a static file of an addon: {path}")
        with file_open(path, "rb") as file:
            return file.read()

    def _stored(self, path):
        number = path.split("/")[2].split("-")[0]
        attachment = self.env["ir.attachment"].browse(int(number))
        attachment.check_access("read")
        return attachment.raw


def keep_symbols_whole(html):
    """Keep each number and symbol, as 118/2021/NĐ-CP, on one line.

    >>> keep_symbols_whole("<p>Nghị định số 118/2021/NĐ-CP;</p>")
    '<p>Nghị định số <span style="white-space: nowrap">118/2021/NĐ-CP</span>;</p>'
    """

    def keep(text):
        return SYMBOL.sub(r'<span style="white-space: nowrap">\g<0></span>', text[0])

    return TEXT.sub(keep, html)


def render_pdf(env, html, files=()):
    """Return ``html`` as PDF/A-3b.

    :param files: what to embed: (name, description, content) of each data file.
    """
    document = HTML(
        string=keep_symbols_whole(html), base_url=ROOT, url_fetcher=LocalFetcher(env)
    )
    attachments = [
        Attachment(
            file_obj=BytesIO(content),
            name=name,
            description=description,
            relationship="Data",
        )
        for name, description, content in files
    ]
    return document.write_pdf(pdf_variant=VARIANT, attachments=attachments)
