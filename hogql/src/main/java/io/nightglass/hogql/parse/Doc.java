package io.nightglass.hogql.parse;

import java.util.List;

/** A text that knows where its lines may end. What fits into a line is one. */
sealed interface Doc {
    /** Most letters of a line, where it can be helped. */
    int WIDTH = 100;
    /** Fits nowhere. */
    int NEVER = 1 << 20;

    /** Its length on one line. */
    int flat();

    /** Written as it is. */
    record Text(String text) implements Doc {
        @Override
        public int flat() {
            return text.indexOf('\n') < 0 ? text.length() : NEVER;
        }
    }

    /** A blank, unless there is one already or a line begins. */
    record Space() implements Doc {
        @Override
        public int flat() {
            return 1;
        }
    }

    /** Where a line may end. @param blank whether a blank stands here when it does not */
    record Line(boolean blank) implements Doc {
        @Override
        public int flat() {
            return blank ? 1 : 0;
        }
    }

    /** Where a line must end. */
    record Hard() implements Doc {
        @Override
        public int flat() {
            return NEVER;
        }
    }

    /** All its lines end, or none does. @param indent of the lines within, deeper than around */
    record Group(int indent, List<Doc> parts, int flat) implements Doc {}

    /** A part of the group around it. @param indent of its lines, deeper than around */
    record Nest(int indent, List<Doc> parts, int flat) implements Doc {}

    static Doc group(int indent, List<Doc> parts) {
        return new Group(indent, List.copyOf(parts), flat(parts));
    }

    static Doc nest(int indent, List<Doc> parts) {
        return new Nest(indent, List.copyOf(parts), flat(parts));
    }

    private static int flat(List<Doc> parts) {
        return (int) Math.min(NEVER, parts.stream().mapToLong(Doc::flat).sum());
    }

    static String written(Doc doc) {
        var text = new StringBuilder();
        write(doc, 0, doc.flat() > WIDTH, text);
        return text.toString().strip();
    }

    private static void write(Doc doc, int indent, boolean broken, StringBuilder text) {
        switch (doc) {
            case Text(var written) -> text.append(written);
            case Space() -> blank(text);
            case Hard() -> newLine(indent, text);
            case Line(var blank) -> {
                if (broken) {
                    newLine(indent, text);
                } else if (blank) {
                    blank(text);
                }
            }
            case Nest(var deeper, var parts, var flat) ->
                parts.forEach(part -> write(part, indent + deeper, broken, text));
            case Group(var deeper, var parts, var flat) -> {
                int column = text.length() - text.lastIndexOf("\n") - 1;
                boolean breaks = column + flat > WIDTH;
                parts.forEach(part -> write(part, indent + deeper, breaks, text));
            }
        }
    }

    private static void blank(StringBuilder text) {
        if (!text.isEmpty() && !Character.isWhitespace(text.charAt(text.length() - 1))) {
            text.append(' ');
        }
    }

    private static void newLine(int indent, StringBuilder text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        text.setLength(end);
        if (end > 0 && text.charAt(end - 1) != '\n') {
            text.append('\n');
        }
        text.repeat(" ", indent);
    }
}
