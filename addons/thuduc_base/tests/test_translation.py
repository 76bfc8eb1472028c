from odoo.tests import tagged

from .translation_case import TranslationCase


@tagged("post_install", "-at_install")
class TestTranslation(TranslationCase):
    addon = "thuduc_base"
