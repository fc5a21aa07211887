package io.nightglass.server.page;

import io.javalin.http.Context;
import io.nightglass.boards.Asker;
import io.nightglass.boards.Unpriced;
import io.nightglass.server.page.draw.Days;
import io.nightglass.server.page.draw.FitMatrix;
import io.nightglass.server.page.draw.HeatGrid;
import io.nightglass.server.page.draw.KeptCost;
import io.nightglass.server.page.draw.Panels;
import io.nightglass.server.page.draw.StopLanes;
import io.nightglass.server.page.draw.WeekLines;

/** Writes the boards that the server draws from their answer alone. */
record Drawings(Asker asker, View view) {

    void write(Context ctx, BoardPage.Model model) {
        var answer = model.answer();
        var filters = model.filters();
        var unpriced = new Unpriced(asker);
        switch (model.board().table().mark()) {
            case HEAT ->
                view.write(
                        ctx,
                        "board/heat.jte",
                        new BoardPage.Drawn<>(model, HeatGrid.of(answer, Days.of(filters, answer))));
            case MONEY -> {
                var open = unpriced.byDay(filters.query(), !filters.byDay());
                view.write(
                        ctx,
                        "board/money.jte",
                        new BoardPage.Drawn<>(model, KeptCost.of(answer, open, Days.of(filters, answer))));
            }
            case BARS ->
                view.write(
                        ctx,
                        "board/bars.jte",
                        new BoardPage.Drawn<>(model, Panels.of(answer, Days.of(filters, answer))));
            case GLYPHS ->
                view.write(
                        ctx,
                        "board/stops.jte",
                        new BoardPage.Drawn<>(model, StopLanes.of(answer, Days.of(filters, answer))));
            case MATRIX ->
                view.write(ctx, "board/fit.jte", new BoardPage.Drawn<>(model, FitMatrix.of(answer, filters)));
            case WEEKS -> {
                var open = unpriced.byWeekAndTask(filters.query());
                view.write(ctx, "board/weeks.jte", new BoardPage.Drawn<>(model, WeekLines.of(answer, open, filters)));
            }
            case FUNNEL, TREND, PAIRS -> throw new IllegalStateException("drawn elsewhere");
        }
    }
}
