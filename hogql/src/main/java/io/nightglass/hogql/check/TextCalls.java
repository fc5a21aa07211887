package io.nightglass.hogql.check;

import io.nightglass.hogql.Type;
import io.nightglass.hogql.ValueType;
import io.nightglass.hogql.checked.Checked;
import io.nightglass.hogql.function.Function;
import io.nightglass.hogql.function.Functions;
import io.nightglass.hogql.tree.Expr;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Hexadecimal, digests and hashes. */
record TextCalls(CallChecker calls, ExprChecker expressions) {
    private static final Set<String> DIGESTS = Set.of("MD5", "SHA1", "SHA224", "SHA256", "SHA384", "SHA512");

    Checked hexadecimal(Expr.Call call, Function function) {
        if (digested(call) instanceof Expr.Call inner) {
            var digest = (Checked.Call)
                    calls.plain(inner, Functions.known(inner.function()), expressions.all(inner.arguments()));
            boolean nullable = digest.arguments().getFirst().type().nullable();
            return new Checked.Call(digest.function(), digest.arguments(), Type.STRING.withNull(nullable));
        }
        var values = expressions.all(call.arguments());
        if (values.size() != 1) {
            throw CallChecker.wrong(call, function, values.size());
        }
        var value = values.getFirst();
        if (value.type().base() == ValueType.INTEGER) {
            return calls.plain(call, function, values);
        }
        if (!value.type().isText() && !value.type().isNull()) {
            throw Mismatch.of(call.at(), "an argument of hex", value, "a text or a whole number");
        }
        return calls.plain(call, function, List.of(calls.conversions().to(ValueType.STRING, value)));
    }

    /** {@code MD5(x)} of {@code hex(MD5(x))}: engines have it so. */
    private static @Nullable Expr digested(Expr.Call call) {
        return call.arguments().size() == 1
                        && call.arguments().getFirst() instanceof Expr.Call inner
                        && Functions.named(inner.function())
                                .filter(function -> DIGESTS.contains(function.name()))
                                .isPresent()
                ? inner
                : null;
    }

    /** Texts and numbers: of any other value ClickHouse hashes bytes that are not known here. */
    Checked hashed(Expr.Call call, Function function, List<Checked> values) {
        for (var value : values) {
            if (!value.type().isText()
                    && !value.type().isNumber()
                    && !value.type().isNull()) {
                throw Mismatch.of(
                        call.at(),
                        "an argument of " + function.name(),
                        value,
                        "a text or a number; wrap it in toString()");
            }
        }
        return calls.plain(
                call,
                function,
                values.stream()
                        .map(value ->
                                value.type().isNull() ? calls.conversions().to(ValueType.STRING, value) : value)
                        .toList());
    }
}
