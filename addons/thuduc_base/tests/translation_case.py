"""Every word that a user of an addon may see is there in Vietnamese."""

import re
from io import BytesIO

import polib

from odoo.modules.module import get_module_path
from odoo.tests import TransactionCase
from odoo.tools.translate import trans_export

PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[sd]|\{\w+\}")


class TranslationCase(TransactionCase):
    """The catalogue ``i18n/vi.po`` of an addon is complete; a subclass names it."""

    allow_inherited_tests_method = True
    addon = None

    def catalogue(self):
        """Translated terms, keyed as they stand in the source."""
        path = f"{get_module_path(self.addon)}/i18n/vi.po"
        return {
            entry.msgid: entry.msgstr for entry in polib.pofile(path) if entry.msgstr
        }

    def terms(self):
        """Terms that the addon holds now."""
        buffer = BytesIO()
        trans_export(False, [self.addon], buffer, "po", self.env)
        return [entry.msgid for entry in polib.pofile(buffer.getvalue().decode())]

    def test_no_term_is_left_in_english(self):
        translated = self.catalogue()
        self.assertFalse([term for term in self.terms() if term not in translated])

    def test_placeholders_survive_the_translation(self):
        for source, target in self.catalogue().items():
            with self.subTest(term=source):
                self.assertEqual(_placeholders(source), _placeholders(target))


def _placeholders(text):
    return sorted(PLACEHOLDER.findall(text))
