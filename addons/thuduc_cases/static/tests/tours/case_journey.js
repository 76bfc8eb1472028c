import { registry } from "@web/core/registry";

/** The dialog of one kind of event: open it by its label, fill it in, record it. */
function recordEvent(label, fill = []) {
    return [
        {
            content: `open ${label}`,
            trigger: ".o_thuduc_event_buttons",
            async run({ queryAll, click, waitFor }) {
                const labelled = (selector) =>
                    queryAll(selector).find((el) => el.textContent.trim() === label);
                const button = labelled(".o_thuduc_event_buttons button[data-event-type]");
                if (button) {
                    await click(button);
                    return;
                }
                await click(".o_thuduc_other_events");
                await waitFor(".o_thuduc_event_menu .dropdown-item");
                await click(labelled(".o_thuduc_event_menu .dropdown-item"));
            },
        },
        { content: "the dialog", trigger: ".modal div[name=date] input" },
        ...fill,
        { content: "record", trigger: ".modal button[name=action_record]", run: "click" },
        { content: "dialog closed", trigger: "body:not(:has(.modal))" },
    ];
}

registry.category("web_tour.tours").add("thuduc_case_journey", { steps: () => [] });

export { recordEvent };
