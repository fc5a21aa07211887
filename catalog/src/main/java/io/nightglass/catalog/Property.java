package io.nightglass.catalog;

/**
 * One property of the catalog: what a column of the store, a name in a query and a line of the documents are made from.
 *
 * @param name the wire name, exactly
 * @param required whether an event of this schema without it raises a warning
 */
public record Property(String name, Kind kind, Unit unit, boolean required, String doc) {

    /** The same, not asked for. */
    Property optional() {
        return required ? new Property(name, kind, unit, false, doc) : this;
    }
}
