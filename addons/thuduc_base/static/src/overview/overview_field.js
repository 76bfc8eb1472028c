import { Component } from "@odoo/owl";
import { deserializeDate } from "@web/core/l10n/dates";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { standardFieldProps } from "@web/views/fields/standard_field_props";

import { daysText, daysTone, daysUntil, dayText } from "../days/days";

/**
 * The dossier at a glance: a few cards, each the answer to one question.
 *
 * The server gives cards of rows; a row that names a record opens it.
 */
export class OverviewField extends Component {
    static template = "thuduc_base.OverviewField";
    static props = { ...standardFieldProps };

    setup() {
        this.action = useService("action");
    }

    get cards() {
        const cards = this.props.record.data[this.props.name] || [];
        return cards.map((card) => ({
            ...card,
            rows: card.rows.map((row, index) => ({
                ...row,
                key: `${card.key}-${index}`,
                day: row.date && dayText(row.date),
                ...this.badge(row),
            })),
        }));
    }

    /** Days left, only for what still has to come. */
    badge(row) {
        if (!row.counts) {
            return {};
        }
        const days = daysUntil(deserializeDate(row.date));
        return {
            badge: daysText(days),
            tone: row.muted ? "secondary" : daysTone(days),
        };
    }

    async onOpen(row) {
        await this.action.doAction(
            {
                type: "ir.actions.act_window",
                name: row.title,
                res_model: row.model,
                res_id: row.id,
                views: [[false, "form"]],
                target: "new",
            },
            { onClose: () => this.props.record.model.root.load() }
        );
    }
}

export const overviewField = {
    component: OverviewField,
    displayName: _t("At a glance"),
    supportedTypes: ["json"],
};

registry.category("fields").add("thuduc_overview", overviewField);
