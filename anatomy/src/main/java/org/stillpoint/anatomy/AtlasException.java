package org.stillpoint.anatomy;

import java.util.List;
import java.util.stream.Collectors;

/** The tables of an atlas cannot be used; says everything that is wrong with them. */
public final class AtlasException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 20;

    private final transient List<AtlasProblem> problems;

    AtlasException(List<AtlasProblem> problems) {
        super(describe(problems));
        this.problems = List.copyOf(problems);
    }

    /** All problems, in the order of the tables; at least one. */
    public List<AtlasProblem> problems() {
        return problems;
    }

    private static String describe(List<AtlasProblem> problems) {
        String shown = problems.stream()
                .limit(SHOWN)
                .map(p -> p.file() + ":" + p.row() + ": " + p.inEnglish())
                .collect(Collectors.joining("\n"));
        return problems.size() + " problem(s) in the atlas\n" + shown;
    }
}
