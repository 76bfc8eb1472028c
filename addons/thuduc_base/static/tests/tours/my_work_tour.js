import { registry } from "@web/core/registry";

/** From the landing page to "Why this date?" and back to a seen deadline. */
registry.category("web_tour.tours").add("thuduc_my_work", {
    steps: () => [
        {
            content: "the home page of everybody is My Work",
            trigger: ".o_thuduc_my_work [data-section='overdue']",
        },
        {
            content: "open the whole list of what is overdue",
            trigger: "[data-section='overdue'] .card-header button",
            run: "click",
        },
        {
            content: "only what is overdue is listed",
            trigger: ".o_list_view:not(:has(.o_data_row:nth-child(2))) .o_data_row",
        },
        {
            content: "ask why it is this date",
            trigger: ".o_data_row .o_data_cell[name='name']",
            run: "click",
        },
        {
            content: "the computation is told line by line",
            trigger: ".o_thuduc_steps li:nth-child(3)",
        },
        {
            content: "the days that are left are told in colour",
            trigger: ".o_thuduc_deadline_badge.text-bg-danger",
        },
        {
            content: "confirm that the reminder arrived",
            trigger: "button[name='action_acknowledge']",
            run: "click",
        },
        {
            content: "the confirmation is kept",
            trigger: ".o_form_view:not(:has(button[name='action_acknowledge']))",
        },
    ],
});
