package io.nightglass.hogql.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** Statements with a word left out, put in, doubled, moved, or taken from another. */
record Mutations(Random random, List<Corpus.Statement> corpus) {
    private static final Pattern WORDS = Pattern.compile(
            "\\s+|[A-Za-z_$][\\w$]*|\\d+|'(?:[^'\\\\]|\\\\.)*'|\"[^\"]*\"|`[^`]*`|::|->|:=|\\?\\?|\\?\\.|\\|\\||==|!=|<=>|<=|>=|<>|.",
            Pattern.DOTALL);

    private static final List<String> MORE = List.of(
            ("select from where group by order limit offset with as and or not in like between is null case when then else end "
                            + "interval day array join left any all on using over partition rows window distinct union except "
                            + "intersect ( ) [ ] , . : ? ?? :: -> = < > + - * / % || 1 2.5 'x' `b` a b c f( count() having "
                            + "qualify sample final columns exclude replace values for true inf cast filter")
                    .split(" "));

    List<String> some(int count) {
        var texts = new ArrayList<String>();
        while (texts.size() < count) {
            var text = corpus.get(random.nextInt(corpus.size())).text();
            var mutated = text.length() < 160 ? mutated(text) : text;
            if (isWellBehaved(mutated)) {
                texts.add(mutated);
            }
        }
        return texts;
    }

    /** Tags and comments have corners of the oracle's own, which nobody writes. */
    private static boolean isWellBehaved(String text) {
        return !text.isBlank() && !text.contains("#") && !text.matches("(?s).*<\\s*[A-Za-z_/].*");
    }

    private String mutated(String text) {
        var words = new ArrayList<>(
                WORDS.matcher(text).results().map(word -> word.group()).toList());
        for (int edit = 0; edit <= random.nextInt(2) && !words.isEmpty(); edit++) {
            int at = random.nextInt(words.size());
            switch (random.nextInt(4)) {
                case 0 -> words.remove(at);
                case 1 -> words.add(at, " " + MORE.get(random.nextInt(MORE.size())) + " ");
                case 2 -> words.set(at, " " + MORE.get(random.nextInt(MORE.size())) + " ");
                default -> words.add(at, words.get(random.nextInt(words.size())));
            }
        }
        return String.join("", words);
    }
}
