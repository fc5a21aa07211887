package io.nightglass.store.duckdb.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A type as either engine spells it, widths and nullability left out: {@code Array(Nullable(UInt8))} is
 * {@code Array(Int)}.
 */
record AnswerType(String name, List<AnswerType> parts) {
    /** Around a type without changing what a cell looks like. */
    private static final Set<String> COATS = Set.of("Nullable", "LowCardinality");

    static AnswerType of(String spelled) {
        var text = spelled.strip();
        int bracket = text.indexOf('(');
        var name = bracket < 0 ? text : text.substring(0, bracket);
        var inside = bracket < 0 ? "" : text.substring(bracket + 1, text.length() - 1);
        if (COATS.contains(name)) {
            return of(inside);
        }
        var parts = new ArrayList<AnswerType>();
        if (Set.of("Array", "Tuple", "Map").contains(name)) {
            split(inside).forEach(part -> parts.add(of(withoutName(part))));
        }
        return new AnswerType(
                name.replaceAll("^U?Int\\d+$", "Int")
                        .replaceAll("^Float\\d+$|^Decimal.*$", "Float")
                        .replaceAll("^DateTime64$", "DateTime")
                        .replaceAll("^Date32$", "Date")
                        .replaceAll("^(FixedString|Enum\\d+)$", "String"),
                List.copyOf(parts));
    }

    /** Between commas that stand in no bracket. */
    private static List<String> split(String list) {
        var parts = new ArrayList<String>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(list.substring(from, i));
                from = i + 1;
            }
        }
        if (!list.substring(from).isBlank()) {
            parts.add(list.substring(from));
        }
        return parts;
    }

    /** A place of a tuple may have a name: {@code a UInt8}. */
    private static String withoutName(String part) {
        return part.strip().replaceFirst("^[`\\w]+ (?=[A-Z])", "");
    }

    /** Whether cells of both look alike; an empty array or a NULL is of any type. */
    boolean isLike(AnswerType other) {
        if (name.equals("Nothing") || other.name.equals("Nothing")) {
            return true;
        }
        if (!name.equals(other.name) || parts.size() != other.parts.size()) {
            return false;
        }
        for (int i = 0; i < parts.size(); i++) {
            if (!parts.get(i).isLike(other.parts.get(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return parts.isEmpty() ? name : name + parts;
    }
}
