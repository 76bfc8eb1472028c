from odoo.tests import tagged

from odoo.addons.thuduc_base.tests.translation_case import TranslationCase


@tagged("post_install", "-at_install")
class TestTranslations(TranslationCase):
    """Lawsuits speak Vietnamese."""

    addon = "thuduc_cases"
