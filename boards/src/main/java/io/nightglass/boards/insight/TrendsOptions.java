package io.nightglass.boards.insight;

import java.util.ArrayList;
import java.util.List;

/**
 * What a TrendsQuery says beside its series.
 *
 * @param range as asked
 * @param periods the range, and the one before when compared
 * @param smoothing over how many points a value is averaged; 1 for none
 * @param formulas shown instead of the series, when there are any
 */
record TrendsOptions(
        DateRange range,
        List<Period> periods,
        Display display,
        Breakdown breakdown,
        int smoothing,
        List<Formula> formulas) {
    private static final int MOST_FORMULAS = 20;

    static TrendsOptions of(Asking asking) {
        var query = asking.query();
        var fields = query.objectOrEmpty("trendsFilter");
        var display = fields.choice("display", "ActionsLineGraph", Display.named());
        var interval = query.choice("interval", "day", Interval.named());
        var range = DateRange.of(query, display == Display.TOTAL ? Interval.DAY : interval, asking.now());
        int smoothing = fields.whole("smoothingIntervals", 1, 1, 10_000);
        var formulas = formulas(fields, query.raw("series").size());
        fields.passing(
                "showLegend",
                "showAlertThresholdLines",
                "showLabelsOnSeries",
                "showValuesOnSeries",
                "showPercentStackView",
                "showMultipleYAxes",
                "showTrendLines",
                "showConfidenceIntervals",
                "confidenceLevel",
                "showMovingAverage",
                "movingAverageIntervals",
                "aggregationAxisFormat",
                "aggregationAxisPrefix",
                "aggregationAxisPostfix",
                "decimalPlaces",
                "minDecimalPlaces",
                "yAxisScaleType",
                "hiddenLegendIndexes",
                "resultCustomizations",
                "resultCustomizationBy",
                "goalLines",
                "detailedResultsAggregationType");
        fields.end();
        query.refuse("conversionGoal", "is not supported");
        return new TrendsOptions(
                range, Period.of(query, range), display, Breakdown.of(query, new Persons()), smoothing, formulas);
    }

    private static List<Formula> formulas(Fields fields, int series) {
        var formulas = new ArrayList<Formula>();
        var one = fields.text("formula");
        if (one != null && !one.isBlank()) {
            formulas.add(formula(one, series, fields.at("formula")));
        }
        for (var text : fields.texts("formulas")) {
            formulas.add(formula(text, series, fields.at("formulas")));
        }
        for (var node : fields.objects("formulaNodes")) {
            var text = node.text("formula", "");
            var name = node.text("custom_name");
            node.end();
            var label = name == null || name.isEmpty() ? label(text) : name;
            formulas.add(Formula.parse(text, label, series, node.at("formula")));
        }
        if (formulas.size() > MOST_FORMULAS) {
            throw fields.bad("formulas", "more than %d".formatted(MOST_FORMULAS));
        }
        return List.copyOf(formulas);
    }

    private static Formula formula(String text, int series, String field) {
        return Formula.parse(text, label(text), series, field);
    }

    private static String label(String text) {
        return "Formula (%s)".formatted(text);
    }

    boolean isEverything() {
        return range.from() == null;
    }

    /** Lines are told apart by what is compared and split. */
    boolean isCompared() {
        return periods.size() > 1;
    }
}
