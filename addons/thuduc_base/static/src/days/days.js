import { deserializeDate, deserializeDateTime, formatDate } from "@web/core/l10n/dates";
import { _t } from "@web/core/l10n/translation";

const { DateTime } = luxon;
const SOON_DAYS = 3;

/**
 * Whole days from today to `date`; negative once it has passed.
 *
 * @param {luxon.DateTime} date
 * @returns {number}
 */
export function daysUntil(date) {
    const today = DateTime.local().startOf("day");
    return Math.round(date.startOf("day").diff(today, "days").days);
}

/** How officers say it: "3 days left", "today", "2 days late". */
export function daysText(days) {
    if (days < 0) {
        return _t("%s days late", -days);
    }
    if (days === 0) {
        return _t("today");
    }
    return days === 1 ? _t("tomorrow") : _t("%s days left", days);
}

/** The Bootstrap colour of a number of days left. */
export function daysTone(days) {
    if (days < 0) {
        return "danger";
    }
    return days <= SOON_DAYS ? "warning" : "success";
}

/** "2026-11-25" as people here write it: 25/11/2026. */
export function dayText(isoDate) {
    return formatDate(deserializeDate(isoDate));
}

/** Weekday and day of a moment stored in UTC, then its hour: thứ Tư 25/11 – 08:00. */
export function momentText(isoMoment) {
    const moment = deserializeDateTime(isoMoment);
    return `${moment.toFormat("cccc dd/MM")} – ${moment.toFormat("HH:mm")}`;
}

/** The hour of a moment stored in UTC. */
export function hourText(isoMoment) {
    return deserializeDateTime(isoMoment).toFormat("HH:mm");
}
