"""Official papers: the PDF engine and the data embedded in each file."""

from . import engine, paper_data
