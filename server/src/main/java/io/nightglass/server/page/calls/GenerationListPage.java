package io.nightglass.server.page.calls;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.nightglass.boards.Asker;
import io.nightglass.boards.calls.Bucket;
import io.nightglass.boards.calls.CallFilter;
import io.nightglass.boards.calls.CallSort;
import io.nightglass.boards.calls.Calls;
import io.nightglass.boards.calls.Figures;
import io.nightglass.server.page.Asked;
import io.nightglass.server.page.Frame;
import io.nightglass.server.page.View;
import io.nightglass.store.MetadataStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code GET /generations}: the model calls that filters let through, their figures, the size of their prompts. */
public record GenerationListPage(Asker asker, MetadataStore metadata, View view) implements Handler {

    /**
     * @param models the figures of each model, most calls first
     * @param table whether prompt sizes are shown as a table
     * @param latest the day of the pane's last call, when the list is empty; null when there is none at all
     */
    public record Model(
            Frame frame,
            CallAddress address,
            Calls.Choices choices,
            Figures figures,
            List<Figures.Of> models,
            PromptChart prompts,
            CallList list,
            boolean table,
            @Nullable LocalDate latest,
            List<String> problems) {
        private static final int MODELS = 12;

        /** How many models have a name. */
        public long named() {
            return models.stream().filter(of -> of.value() != null).count();
        }

        /** The models that have most calls. */
        public List<Figures.Of> most() {
            return models.subList(0, Math.min(MODELS, models.size()));
        }

        public List<Figures.Of> others() {
            return models.subList(most().size(), models.size());
        }
    }

    @Override
    public void handle(Context ctx) {
        var asked = new Asked(ctx);
        var calls = new Calls(asker);
        var address = CallAddress.of(asked, asker, "/generations");
        var filter = address.filter();
        var query = address.filters().query();
        var summary = calls.summary(filter);
        var figures = summary.all();
        var bucket = Bucket.of(query.from(), query.to());
        var from = Objects.requireNonNull(filter.from());
        var to = Objects.requireNonNull(filter.to());
        var model = new Model(
                view.frame("Calls", Frame.Part.CALLS),
                address,
                calls.choices(from, to),
                figures,
                summary.models(),
                PromptChart.of(
                        calls.promptSizes(filter, bucket),
                        bucket,
                        address,
                        asker.zone(),
                        metadata.annotations(from, to)),
                CallList.of(calls, address, asked, CallSort.NEWEST, figures.calls()),
                "table".equals(asked.text("view")),
                figures.calls() > 0 ? null : latest(calls),
                asked.problems());
        view.write(ctx, "calls/generations.jte", model);
    }

    private @Nullable LocalDate latest(Calls calls) {
        return calls.extent(CallFilter.ALL)
                .map(extent -> LocalDate.ofInstant(extent.last(), asker.zone()))
                .orElse(null);
    }
}
