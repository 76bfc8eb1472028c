from odoo.tests import tagged

from odoo.addons.thuduc_base.tests.conventions import ConventionsCase


@tagged("post_install", "-at_install")
class TestConventions(ConventionsCase):
    """Lawsuits keep the conventions of all addons."""

    addon = "thuduc_cases"
