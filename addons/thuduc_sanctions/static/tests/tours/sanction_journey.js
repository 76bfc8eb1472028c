import { formatDateTime } from "@web/core/l10n/dates";
import { registry } from "@web/core/registry";

const yesterday = () => formatDateTime(luxon.DateTime.now().minus({ days: 1 }));

/** Steps that record an event by its button; its name is the law's own word. */
function recordEvent(name, fill = []) {
    return [
        {
            content: `record “${name}”`,
            trigger: `.o_thuduc_event_buttons button[title^="${name}"]`,
            run: "click",
        },
        ...fill,
        {
            content: "the dialog records it",
            trigger: ".modal button[name='action_record']",
            run: "click",
        },
        {
            content: "the dialog is closed",
            trigger: "body:not(:has(.modal))",
        },
    ];
}

/** One violation: who, what, minutes, decision, service, payment. */
registry.category("web_tour.tours").add("thuduc_sanction_journey", {
    steps: () => [
        {
            content: "say what was done",
            trigger: ".o_field_widget[name='title'] :is(input, textarea)",
            run: "edit Đổ rác trên vỉa hè",
        },
        {
            content: "and where",
            trigger: ".o_field_widget[name='place'] input",
            run: "edit Số 1 đường Thử",
        },
        {
            content: "and when it was found",
            trigger: ".o_field_widget[name='detected_at'] input",
            run: `edit ${yesterday()}`,
        },
        {
            content: "add the violator",
            trigger: ".o_notebook a[name='parties']",
            run: "click",
        },
        {
            trigger: ".o_field_widget[name='party_ids'] .o_field_x2many_list_row_add a",
            run: "click",
        },
        {
            trigger: ".modal .o_field_widget[name='name'] input",
            run: "edit Nguyễn Thử",
        },
        {
            trigger: ".modal .o_form_button_save",
            run: "click",
        },
        {
            trigger: "body:not(:has(.modal)) .o_form_button_save",
            run: "click",
        },
        {
            content: "the file is there, its first deadline runs",
            trigger: ".o_form_saved .o_thuduc_event_buttons",
        },
        {
            content: "add the act",
            trigger: ".o_notebook a[name='acts']",
            run: "click",
        },
        {
            trigger: ".o_field_widget[name='act_ids'] .o_field_x2many_list_row_add a",
            run: "click",
        },
        {
            trigger: ".modal .o_field_widget[name='violation_type_id'] input",
            run: "edit Vứt rác thải trên vỉa hè",
        },
        {
            trigger: ".o-autocomplete--dropdown-item a:contains('Vứt rác thải trên vỉa hè')",
            run: "click",
        },
        {
            trigger: ".modal .o_field_widget[name='time_start'] input",
            run: `edit ${yesterday()}`,
        },
        {
            trigger: ".modal .o_form_button_save",
            run: "click",
        },
        {
            trigger: "body:not(:has(.modal)) .o_form_button_save",
            run: "click",
        },
        {
            content: "make the minutes in one click",
            trigger: ".o_form_saved button[name='action_draft_minutes']",
            run: "click",
        },
        {
            content: "issue them: they are made on the spot",
            trigger: "button[name='action_issue']",
            run: "click",
        },
        {
            content: "a number once taken cannot be given back: confirm",
            trigger: ".modal footer .btn-primary",
            run: "click",
        },
        {
            trigger: ".o_form_view:not(:has(button[name='action_issue']))",
        },
        {
            content: "back to the file",
            trigger: ".breadcrumb-item.o_back_button a",
            run: "click",
        },
        ...recordEvent("Đã ra quyết định xử phạt", [
            {
                trigger: ".modal .o_field_widget[name='document_number'] input",
                run: "edit 01/QĐ-XPHC",
            },
        ]),
        ...recordEvent("Đã giao quyết định"),
        {
            content: "book the payment",
            trigger: "button[name='action_book_payment']",
            run: "click",
        },
        {
            trigger: ".modal .o_field_widget[name='receipt_number'] input",
            run: "edit 0001234",
        },
        {
            trigger: ".modal footer .btn-primary",
            run: "click",
        },
        {
            content: "nothing is left to pay",
            trigger: "body:not(:has(.modal)) .o_form_view:not(:has(button[name='action_book_payment']))",
        },
    ],
});
