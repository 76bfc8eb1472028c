from odoo.tests import tagged

from .conventions import ConventionsCase


@tagged("post_install", "-at_install")
class TestConventions(ConventionsCase):
    addon = "thuduc_base"
