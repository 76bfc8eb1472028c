import { Component, useState } from "@odoo/owl";
import { deserializeDate } from "@web/core/l10n/dates";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { standardFieldProps } from "@web/views/fields/standard_field_props";

import { daysText, daysTone, daysUntil, dayText, hourText } from "../days/days";

const PAST_ROWS = 30;
const ICONS = {
    deadline: "fa-clock-o",
    document: "fa-file-text-o",
    event: "fa-circle",
    meeting: "fa-calendar",
};

/**
 * Docket, deadlines and papers of a dossier in one line of time.
 *
 * What is still ahead stands above today; a row opens what it tells of.
 */
export class TimelineField extends Component {
    static template = "thuduc_base.TimelineField";
    static props = { ...standardFieldProps };

    setup() {
        this.action = useService("action");
        this.state = useState({ showAll: false });
    }

    get rows() {
        return (this.props.record.data[this.props.name] || []).map((row, index) => ({
            ...row,
            key: `${row.kind}-${row.id}-${index}`,
            icon: ICONS[row.kind],
            day: dayText(row.date),
            hour: row.time && hourText(row.time),
            ...this.badge(row),
        }));
    }

    get ahead() {
        return this.rows.filter((row) => row.ahead);
    }

    get past() {
        const past = this.rows.filter((row) => !row.ahead);
        return this.state.showAll ? past : past.slice(0, PAST_ROWS);
    }

    get hiddenCount() {
        return this.rows.length - this.ahead.length - this.past.length;
    }

    get showEarlier() {
        return _t("Show %s earlier rows", this.hiddenCount);
    }

    /** Text and colour of the badge that tells how a row stands. */
    badge(row) {
        const days = daysUntil(deserializeDate(row.date));
        const badges = {
            gap: { badge: _t("gap before it"), tone: "warning" },
            met: { badge: _t("met"), tone: "success" },
            met_late: { badge: _t("met late"), tone: "danger" },
            overdue: { badge: daysText(days), tone: "danger" },
            running: {
                badge: daysText(days),
                tone: row.severity === "info" ? "secondary" : daysTone(days),
            },
            scheduled: { badge: daysText(days), tone: "info" },
            suspended: { badge: _t("suspended"), tone: "secondary" },
            withdrawn: { badge: _t("withdrawn"), tone: "secondary" },
            cancelled: { badge: _t("cancelled"), tone: "secondary" },
            draft: { badge: _t("draft"), tone: "secondary" },
            submitted: { badge: _t("submitted"), tone: "warning" },
            approved: { badge: _t("approved"), tone: "info" },
            issued: { badge: _t("issued"), tone: "success" },
        };
        return badges[row.state] || {};
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

export const timelineField = {
    component: TimelineField,
    displayName: _t("Line of time"),
    supportedTypes: ["json"],
};

registry.category("fields").add("thuduc_timeline", timelineField);
