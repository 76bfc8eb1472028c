import { Component } from "@odoo/owl";
import { formatDate } from "@web/core/l10n/dates";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { standardFieldProps } from "@web/views/fields/standard_field_props";

import { daysText, daysTone, daysUntil } from "../days/days";

const OPEN_STATES = ["running", "overdue", "open"];

/**
 * A due date told by the days that are left, in the colour of its urgency.
 *
 * With the option `state_field`, a deadline that no longer runs shows its date only.
 */
export class DeadlineBadgeField extends Component {
    static template = "thuduc_base.DeadlineBadgeField";
    static props = {
        ...standardFieldProps,
        stateField: { type: String, optional: true },
        withDate: { type: Boolean, optional: true },
    };

    get date() {
        return this.props.record.data[this.props.name];
    }

    get isRunning() {
        const { stateField, record } = this.props;
        return !stateField || OPEN_STATES.includes(record.data[stateField]);
    }

    get days() {
        return daysUntil(this.date);
    }

    get text() {
        return daysText(this.days);
    }

    get tone() {
        return daysTone(this.days);
    }

    get formattedDate() {
        return formatDate(this.date);
    }
}

export const deadlineBadgeField = {
    component: DeadlineBadgeField,
    displayName: _t("Days left"),
    supportedTypes: ["date"],
    supportedOptions: [
        { label: _t("State field"), name: "state_field", type: "field" },
        { label: _t("Date beside it"), name: "with_date", type: "boolean" },
    ],
    listViewWidth: ({ options }) => (options.with_date ? 195 : 110),
    fieldDependencies: ({ options }) =>
        options.state_field
            ? [{ name: options.state_field, type: "selection", readonly: true }]
            : [],
    extractProps: ({ options }) => ({
        stateField: options.state_field,
        withDate: Boolean(options.with_date),
    }),
};

registry.category("fields").add("thuduc_deadline_badge", deadlineBadgeField);
