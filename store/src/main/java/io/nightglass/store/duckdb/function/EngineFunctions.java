package io.nightglass.store.duckdb.function;

import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBReadableVector;
import org.duckdb.DuckDBWritableVector;

/**
 * What the engine cannot compute by itself, in Java: hashes as ClickHouse has them, and its histogram (decision 0017).
 * Their names begin with {@code ng_}; only the printer writes them.
 */
public final class EngineFunctions {
    /** What their names begin with. */
    public static final String PREFIX = "ng_";

    /** One row: {@code arguments} are not NULL, and {@code into} takes the answer at {@code row}. */
    private interface Row {
        void answer(DuckDBReadableVector[] arguments, long row, DuckDBWritableVector into);
    }

    private EngineFunctions() {}

    /** For all connections to the instance of {@code connection}; takes some milliseconds. */
    public static void register(Connection connection) throws SQLException {
        var text = DuckDBColumnType.VARCHAR;
        var hash = DuckDBColumnType.UBIGINT;
        var whole = DuckDBColumnType.BIGINT;
        register(
                connection,
                "ng_hash",
                hash,
                (a, row, into) -> set(into, row, Hashes.of(a[0].getString(row), a[1].getString(row))),
                text,
                text);
        register(
                connection,
                "ng_hash_number",
                hash,
                (a, row, into) -> set(into, row, Hashes.of(a[0].getString(row), a[1].getLong(row))),
                text,
                whole);
        register(
                connection,
                "ng_hash_unsigned",
                hash,
                (a, row, into) -> set(
                        into,
                        row,
                        Hashes.of(a[0].getString(row), a[1].getUint64(row).longValue())),
                text,
                hash);
        register(
                connection,
                "ng_hash_float",
                hash,
                (a, row, into) ->
                        set(into, row, Hashes.of(a[0].getString(row), Double.doubleToRawLongBits(a[1].getDouble(row)))),
                text,
                DuckDBColumnType.DOUBLE);
        register(
                connection,
                "ng_hash_joined",
                hash,
                (a, row, into) -> set(
                        into,
                        row,
                        Hashes.joined(
                                a[0].getString(row),
                                a[1].getUint64(row).longValue(),
                                a[2].getUint64(row).longValue())),
                text,
                hash,
                hash);
        register(
                connection,
                "ng_digest",
                text,
                (a, row, into) -> into.setString(row, Hashes.digest(a[0].getString(row), a[1].getString(row))),
                text,
                text);
        register(
                connection,
                "ng_histogram",
                text,
                (a, row, into) ->
                        into.setString(row, added(a[0].getString(row), a[1].getString(row), (int) a[2].getLong(row))),
                text,
                text,
                whole);
        register(
                connection,
                "ng_histogram_end",
                text,
                (a, row, into) -> into.setString(
                        row,
                        Histogram.read((int) a[1].getLong(row), a[0].getString(row))
                                .answer()),
                text,
                whole);
        var number = DuckDBColumnType.DOUBLE;
        register(
                connection,
                "ng_erf",
                number,
                (a, row, into) -> into.setDouble(row, ErrorFunction.erf(a[0].getDouble(row))),
                number);
        register(
                connection,
                "ng_erfc",
                number,
                (a, row, into) -> into.setDouble(row, ErrorFunction.erfc(a[0].getDouble(row))),
                number);
        register(
                connection,
                "ng_bytes",
                text,
                (a, row, into) -> into.setString(row, Hashes.bytes(a[0].getString(row))),
                text);
        register(
                connection,
                "ng_hex",
                text,
                (a, row, into) -> into.setString(row, Hashes.hexadecimal(a[0].getString(row))),
                text);
    }

    private static String added(String state, String numbers, int bins) {
        var histogram = Histogram.read(bins, state);
        if (!numbers.isEmpty()) {
            for (var number : numbers.split(",", -1)) {
                histogram.add(Double.parseDouble(number));
            }
        }
        return histogram.state();
    }

    private static void set(DuckDBWritableVector into, long row, long unsigned) {
        var number = BigInteger.valueOf(unsigned);
        into.setUint64(row, unsigned < 0 ? number.add(BigInteger.TWO.pow(Long.SIZE)) : number);
    }

    private static void register(
            Connection connection, String name, DuckDBColumnType type, Row row, DuckDBColumnType... arguments)
            throws SQLException {
        try (var function = DuckDBFunctions.scalarFunction()) {
            function.withName(name)
                    .withParameters(arguments)
                    .withReturnType(type)
                    .withVectorizedFunction((chunk, into) -> answer(chunk, into, row))
                    .register(connection);
        }
    }

    private static void answer(DuckDBDataChunkReader chunk, DuckDBWritableVector into, Row row) {
        var arguments = new DuckDBReadableVector[(int) chunk.columnCount()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = chunk.vector(i);
        }
        for (long i = 0; i < chunk.rowCount(); i++) {
            if (isNull(arguments, i)) {
                into.setNull(i);
            } else {
                row.answer(arguments, i, into);
            }
        }
    }

    private static boolean isNull(DuckDBReadableVector[] arguments, long row) {
        for (var argument : arguments) {
            if (argument.isNull(row)) {
                return true;
            }
        }
        return false;
    }
}
