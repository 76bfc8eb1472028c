import { Component, onWillStart, useState } from "@odoo/owl";
import { deserializeDate, deserializeDateTime } from "@web/core/l10n/dates";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { user } from "@web/core/user";
import { useService } from "@web/core/utils/hooks";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";

import { daysText, daysTone, daysUntil, dayText, momentText } from "../days/days";

const { DateTime } = luxon;

/** The home page of everybody: what waits for the person who opens it. */
export class MyWork extends Component {
    static template = "thuduc_base.MyWork";
    static props = { ...standardActionServiceProps };

    setup() {
        this.action = useService("action");
        this.orm = useService("orm");
        this.state = useState({ sections: [], user: "" });
        this.env.config.setDisplayName(_t("My Work"));
        onWillStart(() => this.load());
    }

    async load() {
        Object.assign(this.state, await this.orm.call("thuduc.my.work", "what_waits", []));
    }

    get today() {
        return DateTime.local().setLocale(user.lang).toFormat("cccc, dd/MM/yyyy");
    }

    /** When a row is due or happens, and its badge. */
    when(row) {
        if (row.time) {
            const days = daysUntil(deserializeDateTime(row.time));
            return { day: momentText(row.time), badge: daysText(days), tone: "info" };
        }
        if (row.days === undefined) {
            return { day: row.date && dayText(row.date) };
        }
        const days = daysUntil(deserializeDate(row.date));
        return { day: dayText(row.date), badge: daysText(days), tone: daysTone(days) };
    }

    seeAll(section) {
        return _t("See all (%s)", section.count);
    }

    scrollTo(section) {
        document.getElementById(`thuduc_section_${section.key}`)?.scrollIntoView({
            behavior: "smooth",
            block: "start",
        });
    }

    async openRow(section, row) {
        if (section.method) {
            return this.action.doActionButton({
                type: "object",
                name: section.method,
                resModel: section.model,
                resId: row.id,
            });
        }
        return this.action.doAction({
            type: "ir.actions.act_window",
            res_model: section.model,
            res_id: row.id,
            views: [[false, "form"]],
        });
    }

    async openSection(section) {
        const listed = {
            type: "ir.actions.act_window",
            name: section.title,
            res_model: section.model,
            views: [
                [false, "list"],
                [false, "form"],
            ],
        };
        const action = section.view ? await this.action.loadAction(section.view) : listed;
        return this.action.doAction({
            ...action,
            name: section.title,
            domain: section.domain,
            context: { search_default_running: 0 },
        });
    }
}

registry.category("actions").add("thuduc_my_work", MyWork);
