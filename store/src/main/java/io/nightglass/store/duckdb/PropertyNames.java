package io.nightglass.store.duckdb;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * The properties that arrived beyond the catalog's, and which of them have a column.
 *
 * <p>The rule: a name is promoted the moment its first number arrives, so no earlier row has a value to fill in. For
 * {@code dim_*} a text that parses as a number is one, and earlier text does not matter, since boards take numbers only.
 * Any other name must not start with {@code $} (those are the SDKs' own) and must never have carried anything but JSON
 * numbers; one that later does is {@link Kind#MIXED}: its column stays, but it is a text in queries again. At most 200
 * columns, of which names other than {@code dim_*} take at most 100; at most 10,000 names are remembered.
 *
 * <p>Changed by the mover alone; read by anybody.
 */
final class PropertyNames {
    static final int MOST_PROMOTED = 200;
    private static final int MOST_OTHERS = 100;
    private static final int MOST_NAMES = 10_000;
    private static final int LONGEST_NAME = 200;

    enum Kind {
        NUMBER,
        MIXED,
        TEXT
    }

    /** @param k its column is {@code n_<k>}; null when it has none */
    record Entry(Kind kind, @Nullable Integer k) {}

    private final Map<String, Entry> known = new ConcurrentHashMap<>();
    private final Set<String> apart = ConcurrentHashMap.newKeySet();

    /** The same for rows that the tables do not have yet; not on disk. */
    private final Set<String> waitingApart = ConcurrentHashMap.newKeySet();

    private volatile boolean anyWaiting;

    /** More names than are remembered had values that lie apart: any name might. */
    private volatile boolean anyName;

    private final Set<String> refused = new HashSet<>();
    private volatile int promoted;
    private volatile int most = MOST_PROMOTED;
    private int promotedOthers;

    static PropertyNames read(Connection connection) throws SQLException {
        var names = new PropertyNames();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT name, kind, k FROM property_names")) {
            while (rows.next()) {
                int k = rows.getInt(3);
                Integer column = rows.wasNull() ? null : k; // asked before the next cell is read: it tells of the last
                names.note(rows.getString(1), new Entry(Kind.valueOf(rows.getString(2)), column));
            }
        }
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT name FROM apart_names")) {
            while (rows.next()) {
                names.noteApart(rows.getString(1));
            }
        }
        return names;
    }

    /** Whether values of {@code name} may lie apart, or in more than one piece when they always do. */
    boolean isApart(String name) {
        return isKnownApart(name) || anyWaiting || waitingApart.contains(name);
    }

    private boolean isKnownApart(String name) {
        return anyName || apart.contains(name);
    }

    /** Whether a value of any name but {@link Columns#LONG_TEXTS} ever was too long to lie among the others. */
    boolean anyApart() {
        return anyName
                || anyWaiting
                || !Columns.LONG_TEXTS.containsAll(apart)
                || !Columns.LONG_TEXTS.containsAll(waitingApart);
    }

    private void noteApart(@Nullable String name) {
        if (name == null) {
            anyName = true;
        } else {
            apart.add(name);
        }
    }

    /** What is known of {@code name}; null when it never arrived. */
    @Nullable
    Entry entry(String name) {
        return known.get(name);
    }

    /** How many {@code n_} columns there are: n_0 up to this, exclusive. */
    int promoted() {
        return promoted;
    }

    Map<String, Entry> all() {
        return Map.copyOf(known);
    }

    /** How many columns there must be before {@code rows} are learnt. */
    int wanted(List<PreparedRow> rows) {
        var fresh = new HashSet<String>();
        int others = promotedOthers;
        for (var row : rows) {
            for (var other : row.others()) {
                if (promoted + fresh.size() >= most) {
                    return most;
                }
                var before = known.get(other.name());
                boolean dimension = isDimension(other.name());
                if (isPromotable(other)
                        && (before == null || (dimension && before.k() == null))
                        && (dimension || others < MOST_OTHERS)
                        && fresh.add(other.name())) {
                    others += dimension ? 0 : 1;
                }
            }
        }
        return promoted + fresh.size();
    }

    /** There will be no more than {@code columns}: the engine has no memory for another. Until the next start. */
    void capAt(int columns) {
        most = columns;
    }

    private static boolean isNameable(String name) {
        return !name.startsWith("$") && name.length() <= LONGEST_NAME;
    }

    private static boolean isPromotable(PreparedRow.Other other) {
        return isNameable(other.name()) && other.number() != null && (other.plain() || isDimension(other.name()));
    }

    /**
     * Learns the names of {@code rows}: notes kinds and columns, which are there ({@link ColumnGrowth}), in a transaction of
     * its own before the rows are written. Returns the names that found no column, each only the first time, with the row
     * to warn about. May be done again when it failed, also when the engine had kept what it did not say it had.
     */
    Map<String, PreparedRow> learn(Connection connection, List<PreparedRow> rows) throws SQLException {
        var plan = new Plan();
        for (var row : rows) {
            for (var other : row.others()) {
                if (isNameable(other.name())) {
                    plan.consider(other, row);
                }
            }
        }
        learnApart(connection, rows);
        if (!plan.changes.isEmpty()) {
            Transaction.commit(connection, () -> write(connection, plan.changes, rows.getFirst()));
            plan.changes.forEach(this::note);
        }
        return plan.refusals;
    }

    /** For questions about {@code rows} before they can be moved. */
    void showWaiting(List<PreparedRow> rows) {
        for (var name : freshApart(rows)) {
            if (name == null || waitingApart.size() == MOST_NAMES) {
                anyWaiting = true;
            } else {
                waitingApart.add(name);
            }
        }
    }

    private Set<@Nullable String> freshApart(List<PreparedRow> rows) {
        var fresh = new LinkedHashSet<@Nullable String>();
        for (var row : rows) {
            for (var text : row.texts()) {
                if (!isKnownApart(text.name())
                        && (!Columns.LONG_TEXTS.contains(text.name()) || LongTexts.isPieced(text.json()))) {
                    fresh.add(apart.size() + fresh.size() < MOST_NAMES ? text.name() : null);
                }
            }
        }
        return fresh;
    }

    private void learnApart(Connection connection, List<PreparedRow> rows) throws SQLException {
        var fresh = freshApart(rows);
        if (!fresh.isEmpty()) {
            Transaction.commit(connection, () -> {
                try (var to = connection.unwrap(DuckDBConnection.class).createAppender("apart_names")) {
                    for (var name : fresh) {
                        if (name == null) {
                            to.beginRow().appendNull().endRow();
                        } else {
                            to.beginRow().append(name).endRow();
                        }
                    }
                    to.flush();
                    return fresh.size();
                }
            });
            fresh.forEach(this::noteApart);
        }
    }

    /** What a group of rows adds to the names. */
    private final class Plan {
        private final Map<String, Entry> changes = new LinkedHashMap<>();
        private final Map<String, PreparedRow> refusals = new LinkedHashMap<>();
        private int columns = promoted;
        private int others = promotedOthers;

        void consider(PreparedRow.Other other, PreparedRow row) {
            var name = other.name();
            var before = changes.getOrDefault(name, known.get(name));
            boolean dimension = isDimension(name);
            if (isPromotable(other)) {
                if (before == null || (dimension && before.k() == null)) {
                    promote(name, dimension, row);
                }
            } else if (before == null) {
                if (hasRoomForNames()) {
                    changes.put(name, new Entry(Kind.TEXT, null));
                }
            } else if (!dimension && before.kind() == Kind.NUMBER) {
                changes.put(name, new Entry(Kind.MIXED, before.k()));
            }
        }

        private void promote(String name, boolean dimension, PreparedRow row) {
            if (columns < most && (dimension || (others < MOST_OTHERS && hasRoomForNames()))) {
                changes.put(name, new Entry(Kind.NUMBER, columns++));
                others += dimension ? 0 : 1;
            } else if (refused.size() < MOST_NAMES && refused.add(name)) {
                refusals.put(name, row);
            }
        }

        private boolean hasRoomForNames() {
            return known.size() + changes.size() < MOST_NAMES;
        }
    }

    private int write(Connection connection, Map<String, Entry> changes, PreparedRow first) throws SQLException {
        try (var delete = connection.prepareStatement("DELETE FROM property_names WHERE name = ?");
                var insert = connection.prepareStatement("INSERT INTO property_names VALUES (?, ?, ?, ?)")) {
            for (var change : changes.entrySet()) {
                var entry = change.getValue();
                delete.setString(1, change.getKey());
                delete.executeUpdate();
                insert.setString(1, change.getKey());
                insert.setString(2, entry.kind().name());
                insert.setObject(3, entry.k());
                insert.setObject(4, at(first.receivedAt()));
                insert.executeUpdate();
            }
        }
        return changes.size();
    }

    private void note(String name, Entry entry) {
        var before = known.put(name, entry);
        if (entry.k() != null && (before == null || before.k() == null)) {
            promoted = Math.max(promoted, entry.k() + 1);
            promotedOthers += isDimension(name) ? 0 : 1;
        }
    }

    private static LocalDateTime at(long micros) {
        return LocalDateTime.ofInstant(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), ZoneOffset.UTC);
    }

    private static boolean isDimension(String name) {
        return name.startsWith("dim_");
    }
}
