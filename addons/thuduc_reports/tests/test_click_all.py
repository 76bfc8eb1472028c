"""Every screen of our apps opens, on the demo data.

For each role the server is asked for all that its menus show, and the browser clicks
each menu, filter and view: one class a role, so that processes can share them.
"""

from odoo.tests import HttpCase, TransactionCase, tagged

LOADER = "@web/webclient/clickbot/clickbot_loader"
CLICK = f"odoo.loader.modules.get('{LOADER}').startClickEverywhere('%s');"
OWN = "thuduc_"
ROLES = ("officer", "head", "legal", "leader", "clerk", "auditor", "admin")
TABULAR = ("list", "kanban")


def own_menus(env, login):
    """Return the user, the menus of our apps that the user sees, and those apps."""
    user = env["res.users"].search([("login", "=", login)])
    menus = env["ir.ui.menu"].with_user(user).load_menus(False)
    apps = [app for app in menus["root"]["children"] if _is_own(menus[app])]
    seen = [menu for menu in menus.values() if menu.get("appID") in apps]
    return user, seen, [menus[app]["xmlid"] for app in apps]


def _is_own(menu):
    return (menu["xmlid"] or "").startswith(OWN)


@tagged("post_install", "-at_install", "demo_data")
class TestMenusByRole(TransactionCase):
    """A menu that a role sees leads to records and views that it may read."""

    def test_each_role_can_open_what_its_menus_show(self):
        for login in ROLES:
            user, menus, apps = own_menus(self.env, login)
            self.assertTrue(apps, f"{login} sees no app of ours")
            for menu in menus:
                if menu["actionModel"] == "ir.actions.act_window":
                    with self.subTest(role=login, menu=menu["xmlid"]):
                        self._open(user, menu["actionID"])

    def _open(self, user, action_id):
        action = self.env["ir.actions.act_window"].browse(action_id).sudo()
        records = self.env[action.res_model].with_user(user)
        options = {"toolbar": True, "load_filters": True, "action_id": action_id}
        loaded = records.get_views(action.views, options)
        shown = loaded["models"][action.res_model]["fields"]
        for kind, view in loaded["views"].items():
            if kind in TABULAR:
                wanted = {
                    name: {} for name in shown if f'name="{name}"' in view["arch"]
                }
                records.web_search_read([], wanted, limit=80)


class ClickCase(HttpCase):
    """Click all that can be clicked, as one role."""

    def click_everywhere(self, login):
        user, _menus, apps = own_menus(self.env, login)
        if "tour_enabled" in user._fields:
            user.tour_enabled = False
        for xmlid in apps:
            with self.subTest(app=xmlid):
                self.browser_js(
                    "/odoo",
                    CLICK % xmlid,
                    "odoo.isReady === true",
                    login=login,
                    timeout=900,
                    success_signal="clickbot test succeeded",
                )


@tagged("post_install", "-at_install", "demo_data")
class TestClickAsAdmin(ClickCase):
    """The administrator sees every menu, with those of the configuration."""

    def test_admin_opens_every_screen(self):
        self.click_everywhere("admin")


@tagged("post_install", "-at_install", "demo_data")
class TestClickAsHead(ClickCase):
    """The head has the most work of those who configure nothing."""

    def test_head_opens_every_screen(self):
        self.click_everywhere("head")


@tagged("post_install", "-at_install", "demo_data")
class TestClickAsOfficer(ClickCase):
    """The officer lives in these screens all day."""

    def test_officer_opens_every_screen(self):
        self.click_everywhere("officer")


@tagged("post_install", "-at_install", "demo_data")
class TestClickAsLegal(ClickCase):
    """The legal adviser reads lawsuits of every unit."""

    def test_legal_opens_every_screen(self):
        self.click_everywhere("legal")


@tagged("post_install", "-at_install", "demo_data")
class TestClickAsLeader(ClickCase):
    """The leader reads all units."""

    def test_leader_opens_every_screen(self):
        self.click_everywhere("leader")


@tagged("post_install", "-at_install", "demo_data")
class TestClickAsClerk(ClickCase):
    """The clerk works in papers and registers."""

    def test_clerk_opens_every_screen(self):
        self.click_everywhere("clerk")


@tagged("post_install", "-at_install", "demo_data")
class TestClickAsAuditor(ClickCase):
    """The auditor may write nothing, yet open everything."""

    def test_auditor_opens_every_screen(self):
        self.click_everywhere("auditor")
