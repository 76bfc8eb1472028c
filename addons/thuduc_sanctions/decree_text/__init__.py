"""Read a decree on sanctions: which act costs what, and what comes with it.

Pure Python: nothing here knows Odoo. Plain text in, proposals out; people decide.
"""

from .amounts import Fine, read_fine
from .citation import Citation, read_citation
from .consequences import Consequence, classify
from .docx import NotADocument, read_docx
from .heading import Heading, read_heading
from .labels import place_of
from .proposals import Proposal, Reading, read_decree
from .references import Reference, read_references
from .structure import Article, Clause, Point, read_articles

__all__ = [
    "Article",
    "Citation",
    "Clause",
    "Consequence",
    "Fine",
    "Heading",
    "NotADocument",
    "Point",
    "Proposal",
    "Reading",
    "Reference",
    "classify",
    "place_of",
    "read_articles",
    "read_citation",
    "read_decree",
    "read_docx",
    "read_fine",
    "read_heading",
    "read_references",
]
