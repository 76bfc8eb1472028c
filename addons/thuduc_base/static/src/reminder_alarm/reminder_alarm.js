import { Component, onWillStart, onWillUnmount, useState } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";

const CHECK_EVERY = 30 * 60 * 1000;

/**
 * A red bell beside the user's name when the daily reminders have stopped: nobody may
 * take the silence for good news.
 */
export class ReminderAlarm extends Component {
    static template = "thuduc_base.ReminderAlarm";
    static props = {};

    setup() {
        this.orm = useService("orm");
        this.state = useState({ since: false });
        onWillStart(() => this.check());
        const timer = setInterval(() => this.check(), CHECK_EVERY);
        onWillUnmount(() => clearInterval(timer));
    }

    async check() {
        try {
            this.state.since = await this.orm.silent.call(
                "thuduc.reminder.run",
                "silent_since",
                []
            );
        } catch {
            // An unreachable server has its own notice; the bell keeps what it knew and
            // never stands in the way of the screen.
        }
    }
}

registry
    .category("systray")
    .add("thuduc_base.ReminderAlarm", { Component: ReminderAlarm }, { sequence: 100 });
