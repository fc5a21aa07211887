package io.nightglass.store.duckdb.sql;

import io.nightglass.hogql.Type;
import io.nightglass.hogql.checked.Checked;
import io.nightglass.hogql.function.Function;
import java.util.List;

/** Hashes; most are computed by {@code EngineFunctions}. */
final class HashForms {
    private HashForms() {}

    static boolean knows(Function function) {
        return function.group() == Function.Group.HASHES;
    }

    static String print(Checked.Call call, List<String> a) {
        var name = call.function().name();
        return switch (name) {
            case "MD5", "SHA1", "SHA224", "SHA256", "SHA384", "SHA512" -> {
                var digest = digest(name, a.getFirst());
                yield call.type().isBytes() ? "ng_bytes(%s)".formatted(digest) : digest;
            }
            case "javaHash", "hiveHash" ->
                "((CAST(ng_hash('%s', %s) AS BIGINT) + 2147483648) %% 4294967296 - 2147483648)"
                        .formatted(name, a.getFirst());
            default -> joined(name, call, a);
        };
    }

    /** In hexadecimal. */
    private static String digest(String name, String text) {
        return switch (name) {
            case "MD5" -> "upper(md5(%s))".formatted(text);
            case "SHA1" -> "upper(sha1(%s))".formatted(text);
            case "SHA256" -> "upper(sha256(%s))".formatted(text);
            default -> "ng_digest('%s', %s)".formatted(name.replace("SHA", "SHA-"), text);
        };
    }

    private static String joined(String name, Checked.Call call, List<String> a) {
        var sql = one(name, call.arguments().getFirst().type(), a.getFirst());
        for (int i = 1; i < a.size(); i++) {
            var next = one(name, call.arguments().get(i).type(), a.get(i));
            sql = "ng_hash_joined('%s', %s, %s)".formatted(name, sql, next);
        }
        return sql;
    }

    private static String one(String name, Type type, String sql) {
        return switch (type.base()) {
            case FLOAT -> "ng_hash_float('%s', %s)".formatted(name, sql);
            case INTEGER ->
                (type.unsigned()
                                ? "ng_hash_unsigned('%s', CAST(%s AS UBIGINT))"
                                : "ng_hash_number('%s', CAST(%s AS BIGINT))")
                        .formatted(name, sql);
            default -> "ng_hash('%s', %s)".formatted(name, sql);
        };
    }
}
