package io.nightglass.cli.sample;

/**
 * One model call to be made.
 *
 * @param agent who asks
 * @param work what it is for
 * @param words what is sent and what comes back
 * @param tokens how much that is for the model
 * @param seconds how long it takes
 */
record Call(Model model, String agent, Work work, Words words, Tokens tokens, double seconds) {

    /** A task of the shared taxonomy, its phase, and the name of the node in the trace. */
    record Work(String taskType, String phase, String span) {}

    record Words(String system, String user, String answer) {}

    record Tokens(long input, long output) {}
}
