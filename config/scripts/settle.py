"""Make a new database an office of Thủ Đức: country, time, money, language.

Run inside Odoo's shell, which gives `env`; safe to repeat.
"""

LANGUAGE = "vi_VN"
OFFICE = "Ủy ban nhân dân Thủ Đức"
TIMEZONE = "Asia/Ho_Chi_Minh"


def settle_company(company):
    """Set the country before anything prints an address or an amount."""
    currency = env.ref("base.VND")
    currency.active = True
    if company.name in ("My Company", "YourCompany"):
        company.name = OFFICE
    company.write({"country_id": env.ref("base.vn").id, "currency_id": currency.id})
    company.partner_id.write({"lang": LANGUAGE, "tz": TIMEZONE})


def settle_people():
    """Give everybody, and whoever comes later, the language and time of the office."""
    for field, value in (("lang", LANGUAGE), ("tz", TIMEZONE)):
        env["ir.default"].set("res.partner", field, value)
    people = env["res.users"].with_context(active_test=False).search([("id", ">", 0)])
    people.write({"lang": LANGUAGE, "tz": TIMEZONE})


for office in env["res.company"].search([("id", ">", 0)]):
    settle_company(office)
settle_people()
# The first page opens at once, instead of after the assets are built.
env["ir.qweb"]._pregenerate_assets_bundles()
env.cr.commit()
