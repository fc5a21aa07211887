package io.nightglass.boards;

import java.util.List;
import java.util.Optional;

/** Every board, in the order of the list. To add one: a file like {@link RoundFunnel}, and its line here. */
public final class Boards {
    public static final List<Board> ALL = List.of(
            RoundFunnel.BOARD,
            ScoreTrend.BOARD,
            DimensionHeatmap.BOARD,
            CostPerKept.BOARD,
            Escalations.BOARD,
            StopReasons.BOARD,
            ModelFit.BOARD,
            CostCompression.BOARD,
            AnomalyRegressions.BOARD);

    private Boards() {}

    /** The board called {@code id}, exact. */
    public static Optional<Board> named(String id) {
        return ALL.stream().filter(board -> board.id().equals(id)).findFirst();
    }
}
