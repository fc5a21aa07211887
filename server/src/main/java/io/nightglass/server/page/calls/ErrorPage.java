package io.nightglass.server.page.calls;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.nightglass.boards.Asker;
import io.nightglass.boards.calls.CallField;
import io.nightglass.boards.calls.Failure;
import io.nightglass.boards.calls.FailureFilter;
import io.nightglass.boards.calls.FailureKind;
import io.nightglass.boards.calls.Failures;
import io.nightglass.server.page.Asked;
import io.nightglass.server.page.Filters;
import io.nightglass.server.page.Frame;
import io.nightglass.server.page.Links;
import io.nightglass.server.page.View;
import io.nightglass.server.page.format.Times;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code GET /errors}: what failed, alike failures together; with {@code message}, those of one group. */
public record ErrorPage(Asker asker, View view) implements Handler {

    /**
     * @param here the address with every filter, but no group
     * @param open the group asked for; null for none
     * @param ones its failures, latest first
     */
    public record Model(
            Frame frame,
            Filters filters,
            FailureFilter filter,
            Links here,
            List<Failure> groups,
            @Nullable Failure open,
            List<Failure.One> ones,
            Times times,
            List<String> problems) {

        public long count() {
            return groups.stream().mapToLong(Failure::count).sum();
        }

        public long count(FailureKind kind) {
            return groups.stream()
                    .filter(group -> group.kind() == kind)
                    .mapToLong(Failure::count)
                    .sum();
        }

        /** What failed at all. */
        public List<FailureKind> kinds() {
            return Stream.of(FailureKind.values())
                    .filter(kind -> count(kind) > 0)
                    .toList();
        }

        /** Whether there may be more groups than are told. */
        public boolean isCut() {
            return groups.size() == Failures.MOST;
        }

        /** The group, opened. */
        public Links at(Failure group) {
            return here.with("of", group.kind().wire())
                    .with("word", group.word())
                    .with("message", group.message())
                    .with("open", "yes");
        }

        /** The list of its calls; null when it is not about calls. */
        public @Nullable Links calls(Failure group) {
            return group.kind() != FailureKind.CALL || group.message().isEmpty()
                    ? null
                    : filters.at("/generations")
                            .with(CallField.AGENT.wire(), filter.agent())
                            .with("error", group.word())
                            .with("message", group.message());
        }

        /** Where one of them is shown: its call, else its round's trace; null when it has neither. */
        public @Nullable Links behind(Failure.One one) {
            var round = one.round();
            return one.kind() == FailureKind.CALL
                    ? Links.toCall(one.uuid())
                    : round == null ? null : Links.toRound(round).with("node", one.uuid());
        }

        public boolean isOpen(Failure group) {
            return group.equals(open);
        }
    }

    @Override
    public void handle(Context ctx) {
        var asked = new Asked(ctx);
        var filters = Filters.of(asked, asker);
        var query = filters.query();
        var filter = new FailureFilter(
                CallAddress.midnight(query.from(), asker.zone()),
                CallAddress.midnight(query.to().plusDays(1), asker.zone()),
                query.project(),
                query.client(),
                asked.text("agent"),
                asked.word("kind", FailureKind.class));
        var failures = new Failures(asker);
        var groups = failures.groups(filter);
        var open = open(ctx, asked, groups);
        view.write(
                ctx,
                "calls/errors.jte",
                new Model(
                        view.frame("Errors", Frame.Part.CALLS),
                        filters,
                        filter,
                        filters.at("/errors")
                                .with("agent", filter.agent())
                                .with(
                                        "kind",
                                        filter.kind() == null
                                                ? null
                                                : filter.kind().wire()),
                        groups,
                        open,
                        open == null ? List.of() : failures.of(filter, open.kind(), open.word(), open.message()),
                        new Times(asker.zone()),
                        asked.problems()));
    }

    /** The group that the address names, if it is there. */
    private static @Nullable Failure open(Context ctx, Asked asked, List<Failure> groups) {
        var kind = asked.text("open") == null ? null : asked.word("of", FailureKind.class);
        var word = Objects.requireNonNullElse(ctx.queryParam("word"), "");
        var message = Objects.requireNonNullElse(ctx.queryParam("message"), "");
        return groups.stream()
                .filter(group -> group.kind() == kind
                        && group.word().equals(word)
                        && group.message().equals(message))
                .findFirst()
                .orElse(null);
    }
}
