package io.nightglass.boards.imports;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fields in double quotes, as spreadsheets write them (RFC 4180). */
final class Quotes {
    private Quotes() {}

    /** The fields of {@code text}, or null when a quoted field is still open at its end. */
    static @Nullable List<String> split(CharSequence text, char separator) {
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        boolean open = false;
        boolean fresh = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (open && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                field.append('"');
                i++;
            } else if (c == '"' && (open || fresh)) {
                open = !open;
                fresh = false;
            } else if (c == separator && !open && fields.size() < Separator.MOST_FIELDS) {
                fields.add(field.toString());
                field.setLength(0);
                fresh = true;
            } else {
                field.append(c);
                fresh = fresh && Character.isWhitespace(c);
            }
        }
        fields.add(field.toString());
        return open ? null : fields;
    }
}
