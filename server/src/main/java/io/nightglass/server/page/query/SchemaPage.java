package io.nightglass.server.page.query;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.nightglass.boards.Asker;
import io.nightglass.hogql.Tables.ColumnShape;
import io.nightglass.hogql.Tables.PropertyShape;
import io.nightglass.hogql.Tables.TableShape;
import io.nightglass.hogql.function.Function;
import io.nightglass.server.api.SchemaListing;
import io.nightglass.server.page.Frame;
import io.nightglass.server.page.Links;
import io.nightglass.server.page.View;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * {@code GET /schema}: tables, columns, properties and functions, {@code ?q=} narrows them; every name leads to a question
 * about it. A script narrows while one types; it is not needed.
 */
public record SchemaPage(Asker asker, View view) implements Handler {

    /** @param search what all that is shown contains, in lower case; "" for everything. The rest is there, hidden. */
    public record Model(Frame frame, String search, SchemaListing listing) {

        public boolean shows(String found) {
            return found.contains(search);
        }

        /** Whether anything of {@code found} is shown. */
        public boolean showsAny(Stream<String> found) {
            return found.anyMatch(this::shows);
        }

        public List<Function> functions(Function.Group group) {
            return listing.functions().stream()
                    .filter(function -> function.group() == group)
                    .toList();
        }

        public boolean showsTables() {
            return showsAny(listing.tables().stream().flatMap(Model::found));
        }

        public boolean showsProperties() {
            return showsAny(listing.properties().stream().map(Model::found));
        }

        public boolean showsFunctions() {
            return showsAny(listing.functions().stream().map(Model::found));
        }

        public boolean isEmpty() {
            return !showsTables() && !showsProperties() && !showsFunctions();
        }

        public static Stream<String> found(TableShape table) {
            return Stream.concat(table.columns().stream(), table.further().stream())
                    .map(column -> found(table, column));
        }

        public static String found(TableShape table, ColumnShape column) {
            return found(table.name(), column.name(), column.doc());
        }

        public static String found(PropertyShape property) {
            return found(property.name(), property.doc(), String.join(" ", property.events()));
        }

        public static String found(Function function) {
            return found(function.name(), String.join(" ", function.aliases()), function.meaning());
        }

        /** What a script looks for while one types. */
        private static String found(String... texts) {
            return String.join(" ", texts).toLowerCase(Locale.ROOT);
        }

        public static Links ask(TableShape table) {
            return Starter.of(table).link();
        }

        public static Links ask(TableShape table, ColumnShape column) {
            return Starter.of(table, column).link();
        }

        public static Links ask(PropertyShape property) {
            return Starter.of(property).link();
        }

        public static Links ask(Function function) {
            return Starter.of(function).link();
        }
    }

    @Override
    public void handle(Context ctx) {
        var search = Objects.requireNonNullElse(ctx.queryParam("q"), "").strip().toLowerCase(Locale.ROOT);
        var listing = SchemaListing.of(asker.store().tables());
        view.write(ctx, "schema.jte", new Model(view.frame("Schema", Frame.Part.QUERY), search, listing));
    }
}
