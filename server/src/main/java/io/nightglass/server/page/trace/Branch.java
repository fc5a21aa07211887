package io.nightglass.server.page.trace;

import java.util.List;
import java.util.stream.Stream;

/** A row with what hangs under it. */
public record Branch(Row row, List<Branch> under) {

    /** This row and all below it, each before what hangs under it. */
    public Stream<Row> rows() {
        return Stream.concat(Stream.of(row), under.stream().flatMap(Branch::rows));
    }
}
