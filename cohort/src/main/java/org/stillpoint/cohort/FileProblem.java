package org.stillpoint.cohort;

import java.io.Serializable;
import java.util.List;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.English;
import org.stillpoint.exchange.Problem;
import org.stillpoint.words.CommonWords;

/** What is wrong with a file, as it travels from the machine that read it. */
record FileProblem(String file, long row, String column, String value, String fault, String answer)
        implements Serializable {

    static FileProblem ofFile(String file, String fault) {
        return new FileProblem(file, 0, "", "", fault, "");
    }

    static List<FileProblem> of(String file, BadInput bad) {
        return bad.problems().stream()
                .map(one -> new FileProblem(
                        file, one.row(), one.column(), one.value(), English.say(one.fault()), one.answer()))
                .toList();
    }

    FileProblem inRow(long number) {
        return new FileProblem(file, number, column, value, fault, answer);
    }

    Problem problem() {
        return new Problem(file, row, column, value, new CommonWords.Verbatim(fault), answer);
    }

    /** The problem as one sentence. */
    String inEnglish() {
        return String.valueOf(new BadInput(problem()).getMessage());
    }
}
