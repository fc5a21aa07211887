package io.nightglass.hogql.function;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a function takes and gives, read off one line: {@code text, integer, integer? -> text}. Parameters stand in
 * brackets before: {@code (float) number -> float}. {@code ?} may be left out, {@code ...} is one or more, {@code *} any
 * number.
 *
 * @param result the word after the arrow; {@code ResultType} says what it means
 */
public record Signature(String text, List<Place> parameters, List<Place> arguments, String result) {
    private static final Pattern SHAPE = Pattern.compile("(?:\\(([^)]*)\\))?\\s*([^>]*)->\\s*(\\S.*)");

    /** @param optional may be left out; @param repeats may come again and again */
    public record Place(Kind kind, boolean optional, boolean repeats) {
        static Place of(String word) {
            var bare = word.replaceAll("(\\.\\.\\.|[?*])$", "");
            return new Place(
                    Kind.of(bare),
                    word.endsWith("?") || word.endsWith("*"),
                    word.endsWith("...") || word.endsWith("*"));
        }
    }

    static Signature of(String text) {
        var shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            throw new IllegalArgumentException("not a signature: " + text);
        }
        var parameters = shape.group(1);
        return new Signature(
                text.strip(), places(parameters == null ? "" : parameters), places(shape.group(2)), shape.group(3));
    }

    private static List<Place> places(String list) {
        var places = new ArrayList<Place>();
        for (var word : list.split(",", -1)) {
            if (!word.isBlank()) {
                places.add(Place.of(word.strip()));
            }
        }
        return List.copyOf(places);
    }

    /** Whether the first argument is a lambda. */
    public boolean wantsLambda() {
        return !arguments.isEmpty() && arguments.getFirst().kind() == Kind.LAMBDA;
    }

    public boolean takes(int count) {
        return fits(arguments, count);
    }

    public boolean takesParameters(int count) {
        return fits(parameters, count);
    }

    private static boolean fits(List<Place> places, int count) {
        long least = places.stream().filter(place -> !place.optional()).count();
        return count >= least
                && (count <= places.size()
                        || !places.isEmpty() && places.getLast().repeats());
    }

    /** What is wanted at {@code index}: the last place stands for all that follow. */
    public Kind kind(int index) {
        return arguments.get(Math.min(index, arguments.size() - 1)).kind();
    }
}
