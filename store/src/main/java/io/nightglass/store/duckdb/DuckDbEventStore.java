package io.nightglass.store.duckdb;

import io.nightglass.hogql.CheckedQuery;
import io.nightglass.hogql.Tables;
import io.nightglass.hogql.Type;
import io.nightglass.store.EventRow;
import io.nightglass.store.EventStore;
import io.nightglass.store.Limits;
import io.nightglass.store.MetadataStore;
import io.nightglass.store.StoreException;
import io.nightglass.store.StoreProblem;
import io.nightglass.store.Table;
import io.nightglass.store.duckdb.sql.DuckDbPrinter;
import io.nightglass.store.journal.Journal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The {@link EventStore} on one DuckDB file in one folder, and the {@link MetadataStore} in the same file. */
public final class DuckDbEventStore implements EventStore {
    private static final String JOURNAL = "journal";

    /** How long rows may take on their way to the tables before something else is done. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    /** What the engine calls the parts of a plan. */
    private static final List<Table.Column> PLAN =
            List.of(new Table.Column("explain_key", Type.STRING), new Table.Column("explain_value", Type.STRING));

    private static final System.Logger LOG = System.getLogger(DuckDbEventStore.class.getName());

    private final FolderLock folder;
    private final Database database;
    private final KnownTables tables;
    private final Journal journal;
    private final DiskRoom room;
    private final Mover mover;
    private final Upkeep upkeep;
    private final GroupCommit commits;
    private final Queries queries;
    private final Probe probe;
    private final DuckDbMetadataStore metadata;
    private final DuckDbPrinter printer;
    private final @Nullable TextRetention retention;
    private final @Nullable Forgetting forgetting;

    private DuckDbEventStore(FolderLock folder, Database database, InstantSource clock, @Nullable Duration texts)
            throws SQLException, IOException {
        this.folder = folder;
        this.database = database;
        long kept;
        try (var connection = database.connection()) {
            TableDefinitions.create(connection);
            Filler.clear(connection);
            this.tables = new KnownTables(PropertyNames.read(connection));
            kept = Mover.moved(connection);
        }
        this.printer = new DuckDbPrinter(tables);
        var pending = new Pending();
        this.journal = Journal.open(database.folder().resolve(JOURNAL), new Replay(database, kept, pending));
        this.room = new DiskRoom(database, pending);
        var checkpoints = new Checkpoints(database);
        var growth = new ColumnGrowth(database, tables.names(), checkpoints);
        this.mover = new Mover(database, tables.names(), journal, pending, room, growth);
        var refresh = new Refresh(database, room, mover::newest);
        if (mover.run(PATIENCE)) {
            journal.forget(journal.lastSeq());
        }
        catchUp(refresh);
        this.queries = new Queries(database, mover, refresh);
        this.probe = new Probe(database);
        this.metadata = new DuckDbMetadataStore(database, clock);
        this.upkeep = new Upkeep(refresh, checkpoints, room);
        mover.start(upkeep::eventsArrived);
        BooleanSupplier makeRoom = () -> mover.run(PATIENCE) && room.roomForCheckpoint() && checkpoints.run();
        this.commits = new GroupCommit(() -> EventWriter.open(database, journal, pending, room, makeRoom, clock));
        this.retention = texts == null ? null : retention(texts, clock);
        this.forgetting = retention == null ? null : new Forgetting(retention);
    }

    /**
     * Opens {@code folder}, creating it when absent. When this returns, {@code rounds}, {@code runs} and {@code persons}
     * agree with {@code events}; or, where a new version has to make them anew from many, they will in a while, and
     * questions about them are told {@link StoreProblem.Recounting} until then.
     *
     * @param clock what 24 hours of dedupe are measured by
     * @throws StoreException with {@link StoreProblem.FolderTaken} when another process, or this one, has it open
     */
    public static DuckDbEventStore open(Path folder, InstantSource clock) {
        return open(folder, clock, null);
    }

    /**
     * The same.
     *
     * @param texts how old texts of model calls may become, by the time of their event; null keeps them for ever
     */
    public static DuckDbEventStore open(Path folder, InstantSource clock, @Nullable Duration texts) {
        var lock = FolderLock.take(folder);
        try {
            return open(lock, Database.open(folder.toRealPath()), clock, texts);
        } catch (IOException e) {
            lock.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static DuckDbEventStore open(
            FolderLock lock, Database database, InstantSource clock, @Nullable Duration texts) {
        try {
            return new DuckDbEventStore(lock, database, clock, texts);
        } catch (SQLException e) {
            database.close();
            throw Engine.problem(e);
        } catch (IOException e) {
            database.close();
            throw new UncheckedIOException("the journal cannot be read", e);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** A folder opens also when its rounds cannot be recounted for lack of memory: the next query that needs them tries. */
    private static void catchUp(Refresh refresh) throws SQLException {
        try {
            refresh.start();
        } catch (SQLException e) {
            if (!Engine.isOutOfMemory(e)) {
                throw e;
            }
            LOG.log(
                    System.Logger.Level.WARNING,
                    "rounds, runs and persons could not be recounted: {0}",
                    e.getMessage());
        }
    }

    /** The small things in the same file; closed with this store. */
    public MetadataStore metadata() {
        return metadata;
    }

    @Override
    public Receipt append(List<EventRow> rows) {
        if (rows.isEmpty()) {
            return new Receipt(0, 0);
        }
        var prepared = new ArrayList<PreparedRow>(rows.size());
        for (var row : rows) {
            prepared.add(PreparedRow.of(row));
        }
        return commits.append(prepared);
    }

    @Override
    public Table query(CheckedQuery query, Limits limits) {
        return query(List.of(query), limits).getFirst();
    }

    @Override
    public List<Table> query(List<CheckedQuery> all, Limits limits) {
        return queries.run(all.stream().map(this::question).toList(), limits);
    }

    private Queries.Question question(CheckedQuery query) {
        var columns = query.columns().stream()
                .map(column -> new Table.Column(column.name(), column.shape()))
                .toList();
        return new Queries.Question(() -> printer.print(query).withTextsAsBytes(columns), columns, query.limit());
    }

    @Override
    public List<String> explain(CheckedQuery query, Limits limits) {
        var plan = new Queries.Question(() -> printer.print(query).explained(), PLAN);
        return queries.run(List.of(plan), limits).getFirst().rows().stream()
                .flatMap(row -> String.valueOf(row.getLast()).lines())
                .toList();
    }

    /** Answers SQL of our own writing: for tests and benchmarks of this module's callers, never for users' text. */
    Table query(Queries.Question question, Limits limits) {
        return queries.run(List.of(question), limits).getFirst();
    }

    /** What forgets texts of this store. Tests do not wait an hour for it. */
    final TextRetention retention(Duration age, InstantSource now) {
        return new TextRetention(database, room, journal, new TextRetention.Rule(age, now));
    }

    @Override
    public Tables tables() {
        mover.run(PATIENCE); // what arrived a moment ago has names too
        return tables;
    }

    @Override
    public long version() {
        return journal.lastSeq() + (retention == null ? 0 : retention.changes());
    }

    @Override
    public void check(Duration longest) {
        probe.run(longest);
    }

    @Override
    public void close() {
        if (forgetting != null) {
            forgetting.close();
        }
        probe.close();
        commits.close();
        mover.close();
        journal.close();
        queries.close();
        upkeep.close();
        database.close();
        folder.close();
    }
}
