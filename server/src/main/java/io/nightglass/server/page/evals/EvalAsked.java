package io.nightglass.server.page.evals;

import io.nightglass.boards.Asker;
import io.nightglass.boards.evals.EvalFilter;
import io.nightglass.server.page.Asked;
import io.nightglass.server.page.Filters;
import io.nightglass.server.page.Links;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The filters of a page of evals, as its address says them. */
public record EvalAsked(Filters filters, EvalFilter filter) {

    static EvalAsked of(Asked asked, Asker asker) {
        var filters = Filters.of(asked, asker);
        var none = asked.text("none");
        var unnamed = none == null ? Set.<String>of() : Set.copyOf(Arrays.asList(none.split(",", -1)));
        var filter = new EvalFilter(
                filters.query(),
                named(asked, "suite", unnamed),
                named(asked, "dim", unnamed),
                named(asked, "version", unnamed),
                asked.text("case"),
                asked.word("outcome", EvalFilter.Outcome.class),
                asked.text("q"));
        return new EvalAsked(filters, filter);
    }

    private static @Nullable String named(Asked asked, String name, Set<String> unnamed) {
        var value = asked.text(name);
        return value == null && unnamed.contains(name) ? EvalFilter.NONE : value;
    }

    /** These filters at another address. */
    public Links at(String path) {
        var unnamed = new ArrayList<String>();
        var link = filters.at(path).with("bucket", null);
        link = named(link, "suite", filter.suite(), unnamed);
        link = named(link, "dim", filter.dim(), unnamed);
        link = named(link, "version", filter.version(), unnamed);
        var outcome = filter.outcome();
        return link.with("case", filter.caseId())
                .with("outcome", outcome == null ? null : outcome.name().toLowerCase(Locale.ROOT))
                .with("q", filter.search())
                .with("none", String.join(",", unnamed));
    }

    private static Links named(Links link, String name, @Nullable String value, List<String> unnamed) {
        if (EvalFilter.NONE.equals(value)) {
            unnamed.add(name);
        }
        return link.with(name, value);
    }

    /** The same of one suite; null is the cases that name none. */
    public EvalAsked of(@Nullable String suite) {
        return with(new EvalFilter(
                filter.query(),
                known(suite),
                filter.dim(),
                filter.version(),
                filter.caseId(),
                filter.outcome(),
                filter.search()));
    }

    /** The same of one dimension. */
    public EvalAsked inDim(@Nullable String dim) {
        return with(new EvalFilter(
                filter.query(),
                filter.suite(),
                known(dim),
                filter.version(),
                filter.caseId(),
                filter.outcome(),
                filter.search()));
    }

    /** The same under one scorer. */
    public EvalAsked by(@Nullable String version) {
        return with(new EvalFilter(
                filter.query(),
                filter.suite(),
                filter.dim(),
                known(version),
                filter.caseId(),
                filter.outcome(),
                filter.search()));
    }

    /** The same of one night. */
    public EvalAsked on(LocalDate night) {
        return with(new EvalFilter(
                filter.query().between(night, night),
                filter.suite(),
                filter.dim(),
                filter.version(),
                filter.caseId(),
                filter.outcome(),
                filter.search()));
    }

    private EvalAsked with(EvalFilter other) {
        return new EvalAsked(new Filters(other.query(), filters.choices(), filters.byDay(), filters.today()), other);
    }

    private static String known(@Nullable String name) {
        return name == null ? EvalFilter.NONE : name;
    }
}
