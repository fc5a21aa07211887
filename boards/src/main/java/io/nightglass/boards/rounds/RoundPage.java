package io.nightglass.boards.rounds;

import java.util.List;

/**
 * Part of a list of rounds.
 *
 * @param total how many rounds the filter lets through
 * @param number from 1
 */
public record RoundPage(List<Round> rounds, long total, int number, int size) {
    public boolean hasNext() {
        return (long) number * size < total;
    }
}
