package io.nightglass.boards.morning;

import io.nightglass.boards.Spent;

/**
 * The ledger's rows of one loop whose time is in the night.
 *
 * @param wasted the part of rounds that are reverted or crashed by now
 */
public record NightMoney(Spent all, Spent wasted) {
    static final NightMoney NONE = new NightMoney(Spent.NOTHING, Spent.NOTHING);

    NightMoney plus(NightMoney other) {
        return new NightMoney(all.plus(other.all), wasted.plus(other.wasted));
    }
}
