package io.nightglass.hogql.check;

import io.nightglass.hogql.checked.Checked;
import io.nightglass.hogql.tree.Expr;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names given to expressions within one SELECT. Each is checked when first needed, and at most once. */
final class Aliases {
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /** An alias and what is known of it; changes from written to being checked to meaning something. */
    static final class Entry {
        private final Expr expression;
        private @Nullable Meaning meaning;
        private boolean busy;

        private Entry(Expr expression) {
            this.expression = expression;
        }

        Expr expression() {
            return expression;
        }

        @Nullable
        Meaning meaning() {
            return meaning;
        }

        void mean(Meaning found) {
            this.meaning = found;
        }

        /** Whether it is being checked right now: inside itself an alias is not known. */
        boolean isBusy() {
            return busy;
        }

        void busy(boolean now) {
            this.busy = now;
        }
    }

    /**
     * @param aggregates whether there is an aggregate in it
     * @param windows whether there is a function over a window in it
     */
    record Meaning(Checked value, boolean aggregates, boolean windows, Budget.Cost cost) {}

    /** The first of two aliases of one name is the one. */
    void add(String name, Expr expression) {
        entries.putIfAbsent(name, new Entry(expression));
    }

    @Nullable
    Entry entry(String name) {
        return entries.get(name);
    }

    Set<String> names() {
        return entries.keySet();
    }
}
