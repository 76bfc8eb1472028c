import { exprToBoolean } from "@web/core/utils/strings";
import { patch } from "@web/core/utils/patch";
import { dateField, dateTimeField } from "@web/views/fields/datetime/datetime_field";
import { formatDate } from "@web/views/fields/formatters";

/**
 * Dates as the office writes them, 25/11/2026, unless a view says otherwise: Odoo's
 * own "25 thg 11" leaves the year out, which a dossier of several years cannot bear.
 */
function withNumeric({ options, ...fieldInfo }) {
    return { ...fieldInfo, options: { numeric: true, ...options } };
}

formatDate.extractOptions = ({ options }) => ({
    numeric: exprToBoolean(options.numeric ?? true),
});

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
