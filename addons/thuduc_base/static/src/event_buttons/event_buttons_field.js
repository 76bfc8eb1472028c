import { Component, onWillStart, onWillUpdateProps } from "@odoo/owl";
import { Dropdown } from "@web/core/dropdown/dropdown";
import { DropdownItem } from "@web/core/dropdown/dropdown_item";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { standardFieldProps } from "@web/views/fields/standard_field_props";

/**
 * The events that are possible now, as buttons: the usual next steps stand open, the
 * rest is under one menu. A button opens the dialog that records the event.
 */
export class EventButtonsField extends Component {
    static template = "thuduc_base.EventButtonsField";
    static components = { Dropdown, DropdownItem };
    static props = { ...standardFieldProps };

    setup() {
        this.action = useService("action");
        onWillStart(() => this.loadAll(this.props));
        onWillUpdateProps((nextProps) => this.loadAll(nextProps));
    }

    /** The form reads the first 40 only; more may be possible at once. */
    async loadAll(props) {
        const list = props.record.data[props.name];
        if (list.count > list.records.length) {
            await list.load({ limit: list.count });
        }
    }

    get eventTypes() {
        return this.props.record.data[this.props.name].records.map(({ resId, data }) => ({
            id: resId,
            label: data.button_name || data.display_name,
            title: data.display_name,
            isNextStep: data.is_next_step,
            procedure: data.proceeding_type_id?.display_name || "",
        }));
    }

    get nextSteps() {
        return this.eventTypes.filter((type) => type.isNextStep);
    }

    get others() {
        return this.eventTypes.filter((type) => !type.isNextStep);
    }

    /** The rest, by the procedure in which it happens, in the order given. */
    get groups() {
        const groups = new Map();
        for (const eventType of this.others) {
            const { procedure } = eventType;
            groups.set(procedure, [...(groups.get(procedure) || []), eventType]);
        }
        return [...groups].map(([name, eventTypes]) => ({ name, eventTypes }));
    }

    async onSelected(eventType) {
        const { record } = this.props;
        if (!(await record.save())) {
            return;
        }
        await this.action.doActionButton({
            type: "object",
            name: "action_record_event",
            resModel: record.resModel,
            resId: record.resId,
            context: record.context,
            buttonContext: { thuduc_event_type_id: eventType.id },
            onClose: () => record.model.root.load(),
        });
    }
}

export const eventButtonsField = {
    component: EventButtonsField,
    displayName: _t("Event buttons"),
    supportedTypes: ["many2many"],
    relatedFields: [
        { name: "display_name", type: "char" },
        { name: "button_name", type: "char" },
        { name: "is_next_step", type: "boolean" },
        { name: "proceeding_type_id", type: "many2one" },
    ],
};

registry.category("fields").add("thuduc_event_buttons", eventButtonsField);
