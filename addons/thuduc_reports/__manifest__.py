{
    "name": "Thủ Đức – Reports",
    "summary": "Pivots and graphs of lawsuits, sanctions and deadlines",
    "version": "19.0.1.0.0",
    "category": "Services/Thủ Đức",
    "author": "Thủ Đức People's Committee",
    "license": "AGPL-3",
    "depends": ["thuduc_cases", "thuduc_sanctions"],
    "data": [
        "security/ir.model.access.csv",
        "data/thuduc_reporting_year_data.xml",
        "views/thuduc_case_analysis_views.xml",
        "views/thuduc_sanction_analysis_views.xml",
        "views/thuduc_deadline_analysis_views.xml",
        "views/thuduc_reporting_year_views.xml",
        "views/thuduc_reports_menus.xml",
        "data/ir_filters_data.xml",
    ],
    "assets": {
        "web.assets_backend_lazy": ["thuduc_reports/static/src/**/*"],
        "web.assets_tests": ["thuduc_reports/static/tests/tours/**/*"],
    },
}
