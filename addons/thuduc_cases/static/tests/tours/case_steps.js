// The moves of an officer in a lawsuit, for tours.
//
// Stages and events carry the law's own words in every language of the screens. Day and
// month are the same number, so that they read alike whatever the order of the language.

export const onStage = (name) => ({
    content: `the lawsuit stands on “${name}”`,
    trigger: `.o_statusbar_status .o_arrow_button_current:contains(${name})`,
});

export const fill = (name, value) => ({
    content: `fill in ${name}`,
    trigger: `.modal div[name=${name}] :is(input, textarea)`,
    run: `edit ${value}`,
});

/** A date that has a value is a button until somebody clicks it. */
export const fillDate = (name, value) => [
    {
        content: `open ${name}`,
        trigger: `.modal div[name=${name}] .o_input`,
        run: "click",
    },
    fill(name, value),
];

export const choose = (name, text) => [
    { ...fill(name, text) },
    {
        content: `choose ${text}`,
        trigger: `.ui-autocomplete .ui-menu-item a:contains(${text})`,
        run: "click",
    },
];

export const record = [
    { content: "record", trigger: ".modal button[name=action_record]", run: "click" },
    { content: "the dialog has closed", trigger: "body:not(:has(.modal))" },
];

/** The usual next step stands open as a button. */
export const nextStep = (label, ...filled) => [
    {
        content: `next step ${label}`,
        trigger: `.o_thuduc_event_buttons button[data-event-type]:contains(${label})`,
        run: "click",
    },
    ...filled.flat(),
    ...record,
];

/** The rest is in the menu beside it. */
export const otherStep = (name, ...filled) => [
    { content: "other events", trigger: ".o_thuduc_other_events", run: "click" },
    {
        content: `event ${name}`,
        trigger: `.o_thuduc_event_menu .dropdown-item:contains(${name})`,
        run: "click",
    },
    ...filled.flat(),
    ...record,
];

/** A tab of the form. */
export const openPage = (name) => ({
    content: `page ${name}`,
    trigger: `.o_notebook a.nav-link[name=${name}]`,
    run: "click",
});

/** A row of a card of the overview. */
export const overviewShows = (card, text) => ({
    content: `the card ${card} shows “${text}”`,
    trigger: `.o_thuduc_overview [data-card=${card}]:contains(${text})`,
});
