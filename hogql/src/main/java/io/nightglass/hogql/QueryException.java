package io.nightglass.hogql;

/** Carries a {@link QueryProblem} out of the compiler: always the asker's to mend. */
public final class QueryException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient QueryProblem problem;

    public QueryException(QueryProblem problem) {
        super(problem.advice());
        this.problem = problem;
    }

    /** Where in the text the mistake is, and what it is. */
    public QueryProblem problem() {
        return problem;
    }
}
