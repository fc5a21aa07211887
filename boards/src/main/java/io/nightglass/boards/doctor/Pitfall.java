package io.nightglass.boards.doctor;

/**
 * Something that goes wrong in loops, and the question that finds it.
 *
 * @param id as docs/pitfalls.md heads it
 * @param title what is wrong, in a few words
 * @param advice what to do
 * @param hogql answers one row: {@code n}, how often; {@code example}, one of them in words, null when {@code n} is 0;
 *     {@code round}, the round of that example, null when it has none. {@code {quiet}} is the moment before which a loop that
 *     said nothing more counts as over.
 */
record Pitfall(String id, String title, String advice, String hogql) {}
