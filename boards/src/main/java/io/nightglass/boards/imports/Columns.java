package io.nightglass.boards.imports;

/**
 * Which column of a {@link Table} plays which part; -1 for none.
 *
 * @param status the verdict in words
 * @param flag a yes/no column that says whether the change was kept
 * @param metric the number the loop is after
 * @param metricName names the metric of each row, in logs that mix several
 * @param metricDirection states the direction of each row
 * @param value the number of a row whose metric column is empty, in such logs
 * @param session splits one log into several runs
 */
public record Columns(
        int status,
        int flag,
        int metric,
        int metricName,
        int metricDirection,
        int value,
        int commit,
        int description,
        int time,
        int session,
        int failure) {

    boolean hasStatus() {
        return status >= 0 || flag >= 0;
    }

    /** The status of {@code row} as written: the words, else the yes or no. */
    String status(Row row) {
        String words = row.cell(status);
        return words.isEmpty() ? row.cell(flag) : words;
    }

    /** Which of the log's runs {@code row} belongs to; rows that say nothing belong to the first. */
    String session(Row row) {
        String told = row.cell(session);
        return told.isEmpty() ? "0" : told;
    }

    Outcome outcome(Row row) {
        if (!hasStatus()) {
            return Outcome.UNKNOWN;
        }
        var said = Outcome.of(row.cell(status));
        return said == Outcome.UNKNOWN || (status < 0 && flag >= 0) ? flagged(row, said) : said;
    }

    private Outcome flagged(Row row, Outcome otherwise) {
        var flagged = Outcome.of(row.cell(flag));
        return flagged == Outcome.UNKNOWN ? otherwise : flagged;
    }
}
