import { formatDateTime } from "@web/core/l10n/dates";
import { localization } from "@web/core/l10n/localization";
import { registry } from "@web/core/registry";
import { patch } from "@web/core/utils/patch";
import { exprToBoolean } from "@web/core/utils/strings";
import {
    dateField,
    DateTimeField,
    dateTimeField,
} from "@web/views/fields/datetime/datetime_field";
import { formatDate } from "@web/views/fields/formatters";

/**
 * Dates as the office writes them, 25/11/2026 and 25/11/2026 08:30, unless a view says
 * otherwise: Odoo's own "25 thg 11" leaves the year out, which a dossier of several
 * years cannot bear, and its numeric form of a moment counts seconds.
 */
function withNumeric({ options, ...fieldInfo }) {
    return { ...fieldInfo, options: { numeric: true, ...options } };
}

function isPlainMoment({ numeric, showDate, showSeconds, showTime }) {
    return numeric && showDate !== false && showTime !== false && !showSeconds;
}

function formatMoment(value) {
    return formatDateTime(value, {
        format: localization.dateTimeFormat.replace(":ss", ""),
    });
}

formatDate.extractOptions = ({ options }) => ({
    numeric: exprToBoolean(options.numeric ?? true),
});

const formatters = registry.category("formatters");
const formatAnyMoment = formatters.get("datetime");
formatters.add(
    "datetime",
    Object.assign(
        (value, options = {}) =>
            isPlainMoment(options) ? formatMoment(value) : formatAnyMoment(value, options),
        formatAnyMoment
    ),
    { force: true }
);

for (const field of [dateField, dateTimeField]) {
    patch(field, {
        extractProps(fieldInfo, dynamicInfo) {
            return super.extractProps(withNumeric(fieldInfo), dynamicInfo);
        },
        listViewWidth(fieldInfo) {
            return super.listViewWidth(withNumeric(fieldInfo));
        },
    });
}

patch(DateTimeField.prototype, {
    getFormattedValue(valueIndex, numeric = this.props.numeric) {
        const isMoment = this.field.type === "datetime" && valueIndex === 0;
        if (isMoment && isPlainMoment({ ...this.props, numeric })) {
            return formatMoment(this.values[valueIndex]);
        }
        return super.getFormattedValue(valueIndex, numeric);
    },
});
