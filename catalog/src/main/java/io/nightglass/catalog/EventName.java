package io.nightglass.catalog;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The wire name of the event a record describes, exactly as it travels. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventName {
    String value();

    /** What it means, in one sentence. */
    String doc();

    /** Whether it means nothing without a {@code round_id}: then one is asked for with a warning. */
    boolean ofRound() default false;
}
