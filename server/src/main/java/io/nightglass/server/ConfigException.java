package io.nightglass.server;

/** The configuration file cannot be used. The message says where and what to write instead. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConfigException(String advice) {
        super(advice);
    }

    /** What is wrong and how to mend it. */
    public String advice() {
        return String.valueOf(getMessage());
    }
}
