import { registry } from "@web/core/registry";

registry.category("web_tour.tours").add("thuduc_reports_leader", {
    url: "/odoo",
    steps: () => [
        {
            content: "open the reports",
            trigger: ".o_menu_sections [data-menu-xmlid='thuduc_reports.menu_reports']",
            run: "click",
        },
        {
            content: "choose the deadlines",
            trigger: ".dropdown-item[data-menu-xmlid='thuduc_reports.menu_deadline_analysis']",
            run: "click",
        },
        {
            content: "the pivot shows how the units kept them; look at the graph",
            trigger: ".o_pivot .o_pivot_cell_value",
        },
        {
            trigger: ".o_switch_view.o_graph",
            run: "click",
        },
        {
            content: "the graph is drawn; go back to the pivot",
            trigger: ".o_graph_canvas_container canvas",
        },
        {
            trigger: ".o_switch_view.o_pivot",
            run: "click",
        },
        {
            content: "open the list behind a figure",
            trigger: ".o_pivot tbody .o_pivot_cell_value:not(.o_empty)",
            run: "click",
        },
        {
            content: "open the dossier of a row",
            trigger: ".o_list_view .o_data_row .o_data_cell[name='name']",
            run: "click",
        },
        {
            content: "the lawsuit itself is open",
            trigger: ".o_form_view .o_field_widget[name='court_id'], .o_form_view .o_statusbar_status",
        },
    ],
});
