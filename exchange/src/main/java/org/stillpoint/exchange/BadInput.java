package org.stillpoint.exchange;

import java.util.List;
import java.util.stream.Collectors;

/** What was given cannot be used; says all that is wrong with it, as far as it was read. */
public final class BadInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public BadInput(List<Problem> problems) {
        super(problems.stream().map(Problem::inEnglish).collect(Collectors.joining(System.lineSeparator())));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("bad input without a problem");
        }
        this.problems = List.copyOf(problems);
    }

    public BadInput(Problem problem) {
        this(List.of(problem));
    }

    /** What is wrong, in the order of the input; never empty. */
    public List<Problem> problems() {
        return problems;
    }
}
