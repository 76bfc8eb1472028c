import { Component } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { standardWidgetProps } from "@web/views/widgets/standard_widget_props";

/** The printed paper inside its form: the draft as it stands, or the issued file. */
export class PaperPreview extends Component {
    static template = "thuduc_base.PaperPreview";
    static props = { ...standardWidgetProps };

    get url() {
        const { resId, data } = this.props.record;
        const changed = data.write_date ? data.write_date.toMillis() : 0;
        const file = encodeURIComponent(`/thuduc/paper/${resId}?changed=${changed}`);
        return `/web/static/lib/pdfjs/web/viewer.html?file=${file}#pagemode=none`;
    }
}

registry.category("view_widgets").add("thuduc_paper_preview", {
    component: PaperPreview,
    fieldDependencies: [{ name: "write_date", type: "datetime" }],
});
