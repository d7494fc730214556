package org.stillpoint.exchange;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was given cannot be used; says all that is wrong with it, as far as it was read. */
public final class BadInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;
    private final transient Optional<Question> question;

    public BadInput(List<Problem> problems) {
        this(problems, Optional.empty());
    }

    /** A table of this name that has to be asked about. */
    public BadInput(String file, Question question) {
        this(List.of(new Problem(file, 0, "", "", question.found(), question.answer())), Optional.of(question));
    }

    private BadInput(List<Problem> problems, Optional<Question> question) {
        super(problems.stream().map(Problem::inEnglish).collect(Collectors.joining(System.lineSeparator())));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("bad input without a problem");
        }
        this.problems = List.copyOf(problems);
        this.question = question;
    }

    public BadInput(Problem problem) {
        this(List.of(problem));
    }

    /** What has to be asked, where nothing is wrong but that. */
    public Optional<Question> question() {
        return question;
    }

    /** What is wrong, in the order of the input; never empty. */
    public List<Problem> problems() {
        return problems;
    }
}
