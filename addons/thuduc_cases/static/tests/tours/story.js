import { registry } from "@web/core/registry";

/**
 * A story: what officers do with one lawsuit on days that are months apart.
 *
 * Each day is a tour of its own (`NAME_1`, `NAME_2`, …), because the clock of the
 * server is moved between them.
 *
 * @param {string} name
 * @param {Function[]} days each gives the steps of one day
 */
export function registerStory(name, days) {
    days.forEach((steps, index) => {
        registry.category("web_tour.tours").add(`${name}_${index + 1}`, { steps });
    });
}
