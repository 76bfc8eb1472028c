"""Every menu, filter and view of our apps opens for each role, on the demo data."""

from odoo.tests import HttpCase, tagged

LOADER = "@web/webclient/clickbot/clickbot_loader"
CLICK = f"odoo.loader.modules.get('{LOADER}').startClickEverywhere('%s');"
OWN = "thuduc_"


@tagged("post_install", "-at_install", "demo_data")
class TestClickAll(HttpCase):
    """One test a role, so that a failure tells who cannot work."""

    def _click_everywhere(self, login):
        user = self.env["res.users"].search([("login", "=", login)])
        if "tour_enabled" in user._fields:
            user.tour_enabled = False
        menus = self.env["ir.ui.menu"].with_user(user).load_menus(False)
        apps = [menus[app]["xmlid"] for app in menus["root"]["children"]]
        own = [xmlid for xmlid in apps if xmlid.startswith(OWN)]
        self.assertTrue(own, f"{login} sees no app of ours")
        for xmlid in own:
            with self.subTest(app=xmlid):
                self.browser_js(
                    "/odoo",
                    CLICK % xmlid,
                    "odoo.isReady === true",
                    login=login,
                    timeout=600,
                    success_signal="clickbot test succeeded",
                )

    def test_officer_opens_every_screen(self):
        self._click_everywhere("officer")

    def test_head_opens_every_screen(self):
        self._click_everywhere("head")

    def test_legal_opens_every_screen(self):
        self._click_everywhere("legal")

    def test_leader_opens_every_screen(self):
        self._click_everywhere("leader")

    def test_clerk_opens_every_screen(self):
        self._click_everywhere("clerk")

    def test_auditor_opens_every_screen(self):
        self._click_everywhere("auditor")

    def test_admin_opens_every_screen(self):
        self._click_everywhere("admin")
