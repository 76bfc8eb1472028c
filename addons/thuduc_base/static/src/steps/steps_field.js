import { Component } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { standardFieldProps } from "@web/views/fields/standard_field_props";

/** The computation of a deadline, told line by line. */
export class StepsField extends Component {
    static template = "thuduc_base.StepsField";
    static props = { ...standardFieldProps };

    get steps() {
        return this.props.record.data[this.props.name] || [];
    }
}

export const stepsField = {
    component: StepsField,
    displayName: _t("Steps"),
    supportedTypes: ["json"],
};

registry.category("fields").add("thuduc_steps", stepsField);
