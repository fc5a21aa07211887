package io.nightglass.boards;

import io.nightglass.store.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One row of an answer, read by column name. Asking for a column the query does not have is a bug and throws. */
public record Row(List<Table.Column> columns, List<@Nullable Object> cells) {

    public @Nullable String text(String column) {
        var cell = cell(column);
        return cell == null ? null : cell.toString();
    }

    /** @throws NullPointerException when the cell is null */
    public String requiredText(String column) {
        return Objects.requireNonNull(text(column), column);
    }

    /** null when the cell is, or is no finite number. */
    public @Nullable Double number(String column) {
        return cell(column) instanceof Number number && Double.isFinite(number.doubleValue())
                ? number.doubleValue()
                : null;
    }

    /** A count: 0 when the cell is null. */
    public long count(String column) {
        return cell(column) instanceof Number number ? number.longValue() : 0;
    }

    public boolean truth(String column) {
        return cell(column) instanceof Boolean truth ? truth : count(column) != 0;
    }

    /** Null when the cell is: nobody said. */
    public @Nullable Boolean said(String column) {
        return cell(column) == null ? null : truth(column);
    }

    /** The values of an array; none when the cell is null. */
    public List<@Nullable Object> list(String column) {
        return cell(column) instanceof List<?> values ? new ArrayList<@Nullable Object>(values) : List.of();
    }

    public @Nullable Instant moment(String column) {
        return (Instant) cell(column);
    }

    /** @throws NullPointerException when the cell is null */
    public Instant requiredMoment(String column) {
        return Objects.requireNonNull(moment(column), column);
    }

    private @Nullable Object cell(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return cells.get(i);
            }
        }
        throw new IllegalArgumentException("no column " + column);
    }
}
