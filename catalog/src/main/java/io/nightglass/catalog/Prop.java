package io.nightglass.catalog;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The wire name, unit and meaning of one record component. A component that is not {@code @Nullable} is required: an
 * event without it is kept, and raises an ingestion warning.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Prop {
    String value();

    Unit unit() default Unit.NONE;

    String doc();

    /** True when its absence is odd although it may be absent: a nullable component that raises a warning all the same. */
    boolean expected() default false;

    /** True for texts of any size, which are kept apart from the event's row: {@link Kind#LONG_TEXT}. */
    boolean longText() default false;
}
