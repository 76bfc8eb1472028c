from odoo.tests import tagged

from odoo.addons.thuduc_base.tests.conventions import ConventionsCase
from odoo.addons.thuduc_base.tests.translation_case import TranslationCase


@tagged("post_install", "-at_install")
class TestConventions(ConventionsCase):
    addon = "thuduc_sanctions"


@tagged("post_install", "-at_install")
class TestTranslation(TranslationCase):
    addon = "thuduc_sanctions"
