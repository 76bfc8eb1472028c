{
    "name": "Thủ Đức – Dossiers of the People's Committee",
    "summary": "Dossiers, docket, legal deadlines and official papers",
    "version": "19.0.1.0.0",
    "category": "Services/Thủ Đức",
    "author": "Thủ Đức People's Committee",
    "license": "AGPL-3",
    "depends": ["mail", "calendar", "resource", "web"],
    "external_dependencies": {"python": ["weasyprint", "openpyxl"]},
    "data": [
        "security/thuduc_base_groups.xml",
        "security/ir.model.access.csv",
        "security/thuduc_base_rules.xml",
        "views/thuduc_base_menus.xml",
    ],
    "application": True,
}
