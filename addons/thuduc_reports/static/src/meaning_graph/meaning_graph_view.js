import { registry } from "@web/core/registry";
import { GraphRenderer } from "@web/views/graph/graph_renderer";
import { graphView } from "@web/views/graph/graph_view";

const GOOD = "#00A78D";
const FAIR = "#F4A261";
const BAD = "#CE4257";
const GOING_ON = "#4EA7F2";
const NEITHER = "#A4A8B6";

/** Field → value → colour: what is well is green, what is missed is red. */
const COLOURS = {
    timeliness: {
        on_time: GOOD,
        late: FAIR,
        overdue: BAD,
        running: GOING_ON,
        suspended: NEITHER,
        none: NEITHER,
    },
    favour: {
        win: GOOD,
        partial: FAIR,
        lose: BAD,
        neutral: NEITHER,
        pending: GOING_ON,
    },
    payment_state: { paid: GOOD, partial: FAIR, unpaid: BAD, none: NEITHER },
};

/**
 * Colour of a data point, by the last of its groups that has a meaning.
 *
 * @param {string} identifier JSON of its groups: `[{"timeliness": "late"}, …]`
 * @returns {string|undefined}
 */
export function colourOf(identifier) {
    for (const group of JSON.parse(identifier || "[]").reverse()) {
        const [[name, value]] = Object.entries(group);
        if (name in COLOURS) {
            return COLOURS[name][value] || NEITHER;
        }
    }
}

/** A graph whose colours mean something, and whose counts are whole numbers. */
export class MeaningGraphRenderer extends GraphRenderer {
    getBarChartData() {
        const data = super.getBarChartData();
        for (const dataset of data.datasets) {
            dataset.backgroundColor = this.colourOfDataset(dataset) || dataset.backgroundColor;
        }
        return data;
    }

    getLineChartData() {
        const data = super.getLineChartData();
        for (const dataset of data.datasets) {
            const colour = this.colourOfDataset(dataset);
            if (colour) {
                dataset.borderColor = colour;
                dataset.pointBackgroundColor = colour;
                dataset.hoverBackgroundColor = colour;
            }
        }
        return data;
    }

    getPieChartData() {
        const data = super.getPieChartData();
        if (this.model.metaData.groupBy.length === 1) {
            for (const dataset of data.datasets) {
                const points = [...(dataset.identifiers || [])];
                const colours = dataset.backgroundColor.map(
                    (colour, index) => colourOf(points[index]) || colour
                );
                dataset.backgroundColor = colours;
                dataset.hoverBackgroundColor = colours;
            }
        }
        return data;
    }

    /** One colour for a series, if all its points mean the same. */
    colourOfDataset(dataset) {
        const colours = new Set([...(dataset.identifiers || [])].map(colourOf));
        return colours.size === 1 ? [...colours][0] : undefined;
    }

    getScaleOptions() {
        const scales = super.getScaleOptions();
        if (scales.y && this.model.metaData.allIntegers) {
            scales.y.ticks.precision = 0;
        }
        return scales;
    }

    formatValue(value, allIntegers, formatType) {
        return super.formatValue(value, allIntegers || Number.isInteger(value), formatType);
    }
}

registry.category("views").add("thuduc_meaning_graph", {
    ...graphView,
    Renderer: MeaningGraphRenderer,
});
