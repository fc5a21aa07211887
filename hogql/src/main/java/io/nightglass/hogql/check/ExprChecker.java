package io.nightglass.hogql.check;

import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.QueryProblem;
import io.nightglass.hogql.Type;
import io.nightglass.hogql.ValueType;
import io.nightglass.hogql.checked.Body;
import io.nightglass.hogql.checked.Checked;
import io.nightglass.hogql.checked.Checked.Constant;
import io.nightglass.hogql.tree.Expr;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Expressions of one SELECT. Used by one thread, for one query. */
final class ExprChecker {
    private final QueryChecker queries;
    private final Names names;
    private final Aliases aliases;
    private final CallChecker calls;
    private final Map<String, Checked> variables = new HashMap<>();
    private final Map<Checked, Integer> positions = new IdentityHashMap<>();
    private final List<Body.Explosion> explosions = new ArrayList<>();
    private Clause clause = Clause.SELECT;
    private int aggregates;
    private int windows;
    private Map<String, Expr.Window> named = Map.of();

    ExprChecker(QueryChecker queries, Sources sources, Aliases aliases) {
        this.queries = queries;
        this.names = new Names(queries.scope().tables(), sources);
        this.aliases = aliases;
        this.calls = new CallChecker(this, queries.scope());
    }

    List<Checked> all(List<Expr> expressions) {
        return expressions.stream().map(this::check).toList();
    }

    Checked check(Expr expr, Clause where) {
        var before = clause;
        clause = where;
        try {
            return check(expr);
        } finally {
            clause = before;
        }
    }

    Checked check(Expr expr) {
        queries.budget().enter(expr.at());
        var checked = switch (expr) {
            case Expr.Literal(var ignored, var value) -> constant(value);
            case Expr.Name name -> name(name);
            case Expr.Call call -> calls.check(call);
            case Expr.In in -> in(in);
            case Expr.InQuery(var at, var value, var query) ->
                QueryValues.in(calls, at, check(value), queries.sub(query));
            case Expr.Subquery(var at, var query) -> QueryValues.scalar(at, queries.sub(query));
            case Expr.Star(var at, var ignored) ->
                throw new QueryException(new QueryProblem.Syntax(at, "*", "an expression"));
            case Expr.Columns(var at, var ignored, var pattern, var listed, var excluded, var replaced) ->
                throw new QueryException(new QueryProblem.Unsupported(
                        at, "COLUMNS inside an expression", "let it be a column of its own"));
            case Expr.Aliased aliased -> aliased(aliased);
            case Expr.Over over -> over(over);
            case Expr.Lambda(var at, var ignored, var body) ->
                throw new QueryException(new QueryProblem.Unsupported(
                        at, "->", "a lambda is the first argument of arrayMap, arrayFilter and the like"));
        };
        queries.budget().leave();
        return checked;
    }

    static Constant constant(@Nullable Object value) {
        return new Constant(
                value,
                switch (value) {
                    case null -> Type.NULL;
                    case Boolean ignored -> Type.BOOLEAN;
                    case Long ignored -> Type.INTEGER;
                    case Double ignored -> Type.FLOAT;
                    case Instant ignored -> Type.DATETIME;
                    case LocalDate ignored -> Type.DATE;
                    default -> Type.STRING;
                });
    }

    private Checked name(Expr.Name name) {
        var first = name.parts().getFirst();
        var rest = name.parts().subList(1, name.parts().size());
        var variable = variables.get(first);
        if (variable != null) {
            return names.inside(name, variable, rest);
        }
        var entry = aliases.entry(first);
        if (entry != null
                && !entry.isBusy()
                && (rest.isEmpty() || names.sources().called(first).isEmpty())) {
            var meaning = meaning(entry);
            if ((!meaning.aggregates() || clause.mayAggregate()) && (!meaning.windows() || clause.mayWindow())) {
                aggregates += meaning.aggregates() ? 1 : 0;
                windows += meaning.windows() ? 1 : 0;
                queries.budget().spend(name.at(), meaning.cost());
                return names.inside(name, meaning.value(), rest);
            }
        }
        var found = names.find(name);
        if (found.isEmpty() && entry != null && !entry.isBusy()) {
            if (meaning(entry).windows() && !clause.mayWindow()) {
                throw misplaced(name.at(), first);
            }
            throw new QueryException(new QueryProblem.AggregateMisplaced(name.at(), first, clause.complaint()));
        }
        var column = found.orElseThrow(() -> names.sources().unknown(name.at(), first, aliases.names()));
        positions.put(column, name.at());
        return column;
    }

    private Aliases.Meaning meaning(Aliases.Entry entry) {
        var known = entry.meaning();
        if (known != null) {
            return known;
        }
        entry.busy(true);
        int before = aggregates;
        int windowsBefore = windows;
        var value = new Checked[1];
        var cost = queries.budget().measure(() -> value[0] = check(entry.expression(), Clause.SELECT));
        var meaning = new Aliases.Meaning(
                Objects.requireNonNull(value[0]), aggregates > before, windows > windowsBefore, cost);
        aggregates = before;
        windows = windowsBefore;
        entry.busy(false);
        entry.mean(meaning);
        return meaning;
    }

    /** {@code (a AS b)} inside an expression: {@code b} is worked out once. */
    private Checked aliased(Expr.Aliased aliased) {
        var entry = aliases.entry(aliased.alias());
        return entry != null && entry.expression() == aliased.value() && !entry.isBusy()
                ? name(new Expr.Name(aliased.at(), List.of(aliased.alias())))
                : check(aliased.value());
    }

    private Checked over(Expr.Over over) {
        if (!clause.mayWindow()) {
            throw misplaced(over.at(), over.call().function());
        }
        windows++;
        return new WindowChecker(this, calls, named).check(over);
    }

    private QueryException misplaced(int at, String name) {
        return new QueryException(new QueryProblem.AggregateMisplaced(
                at,
                name + " over a window",
                clause == Clause.WINDOW || clause == Clause.AGGREGATE
                        ? "inside another function of many rows; compute it in a subquery"
                        : "here; put the condition into QUALIFY"));
    }

    /** What WINDOW names. */
    void name(Map<String, Expr.Window> windowsByName) {
        named = windowsByName;
    }

    private Checked in(Expr.In in) {
        var value = check(in.value());
        var items = new ArrayList<Checked>();
        boolean orNull = false;
        for (var item : in.items()) {
            var member = check(item);
            if (member.type().isNull()) {
                orNull = true;
            } else {
                items.add(member);
            }
        }
        return calls.in(in.at(), value, items, orNull);
    }

    /**
     * The body of {@code lambda}, its parameter being of {@code type}; of several parameters, each a place of the tuple
     * that {@code type} is.
     */
    Checked.Lambda lambda(Expr.Lambda lambda, Type type) {
        var variable = variable(type);
        var outer = bind(lambda, lambda.names(), variable);
        var body = check(lambda.body());
        restore(outer);
        return new Checked.Lambda(variable, body, body.type());
    }

    /** A lambda of what has been made so far and of an element, one in the other. */
    Checked.Lambda fold(Expr.Lambda lambda, Type made, Type element) {
        var soFar = variable(made);
        var each = variable(element);
        var outer = bind(lambda, lambda.names().subList(1, lambda.names().size()), each);
        variables.put(lambda.names().getFirst(), soFar);
        var body = check(lambda.body());
        restore(outer);
        return new Checked.Lambda(soFar, new Checked.Lambda(each, body, body.type()), body.type());
    }

    Checked.Variable variable(Type type) {
        return new Checked.Variable(queries.nextNumber(), type);
    }

    /** What names meant before they meant {@code variable}, or its places. */
    private Map<String, Checked> bind(Expr.Lambda lambda, List<String> bound, Checked.Variable variable) {
        var outer = Map.copyOf(variables);
        var type = variable.type();
        if (bound.size() == 1) {
            variables.put(bound.getFirst(), variable);
        } else if (type.base() == ValueType.TUPLE && type.parts().size() == bound.size()) {
            for (int i = 0; i < bound.size(); i++) {
                variables.put(bound.get(i), CallChecker.place(variable, i + 1));
            }
        } else {
            throw new QueryException(new QueryProblem.Unsupported(
                    lambda.at(),
                    "a lambda of %d parameters here".formatted(bound.size()),
                    "give it one array for each"));
        }
        return outer;
    }

    private void restore(Map<String, Checked> outer) {
        variables.clear();
        variables.putAll(outer);
    }

    Checked explode(Checked array) {
        var known = explosions.stream()
                .filter(explosion -> explosion.arrays().equals(List.of(array)) && !explosion.left())
                .findFirst();
        var explosion = known.orElseGet(() -> {
            var added = new Body.Explosion(queries.nextNumber(), List.of(array), false);
            explosions.add(added);
            return added;
        });
        return new Checked.Exploded(explosion.number(), 0, array.type().element());
    }

    /** What ARRAY JOIN multiplies the rows by. */
    void explode(List<Body.Explosion> first) {
        explosions.addAll(first);
    }

    /** Notes that an aggregate stands at {@code at}, which not every clause allows. */
    void aggregate(int at, String function) {
        if (!clause.mayAggregate()) {
            throw new QueryException(new QueryProblem.AggregateMisplaced(at, function, clause.complaint()));
        }
        aggregates++;
    }

    /** Whether rows are chosen here, before any are put into groups. */
    boolean isFiltering() {
        return clause == Clause.WHERE;
    }

    List<Body.Explosion> explosions() {
        return explosions;
    }

    boolean sawWindows() {
        return windows > 0;
    }

    boolean sawAggregates() {
        return aggregates > 0;
    }

    int position(Checked column) {
        return positions.getOrDefault(column, 0);
    }
}
