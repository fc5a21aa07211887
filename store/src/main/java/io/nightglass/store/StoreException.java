package io.nightglass.store;

import org.jspecify.annotations.Nullable;

/** Carries a {@link StoreProblem} to whoever answers for it. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient StoreProblem problem;

    public StoreException(StoreProblem problem) {
        this(problem, null);
    }

    public StoreException(StoreProblem problem, @Nullable Throwable cause) {
        super(problem.advice(), cause);
        this.problem = problem;
    }

    public StoreProblem problem() {
        return problem;
    }
}
