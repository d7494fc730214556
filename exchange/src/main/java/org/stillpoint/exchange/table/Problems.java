package org.stillpoint.exchange.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;
import org.stillpoint.exchange.Question;
import org.stillpoint.words.Message;

/** The problems of one file, collected while it is read. */
final class Problems {

    private final String file;
    private final int most;
    private final List<Problem> found = new ArrayList<>();

    Problems(String file, int most) {
        this.file = file;
        this.most = most;
    }

    void add(long row, String column, String value, Message fault) {
        add(row, column, value, fault, "");
    }

    void add(long row, String column, String value, Message fault, String answer) {
        found.add(new Problem(file, row, column, value, fault, answer));
        if (found.size() >= most) {
            throw stop();
        }
    }

    void check() {
        if (!found.isEmpty()) {
            throw stop();
        }
    }

    /** For {@code throw}: ends reading with what was found, in the order of the rows. */
    BadInput stop() {
        return new BadInput(
                found.stream().sorted(Comparator.comparingLong(Problem::row)).toList());
    }

    /** For {@code throw}: ends reading with the question, or with what is wrong where anything is. */
    BadInput ask(Question question) {
        return found.isEmpty() ? new BadInput(file, question) : stop();
    }

    /** For {@code throw}: ends reading with what was found and one thing that is wrong with the whole file. */
    BadInput stop(Message fault) {
        found.add(Problem.ofFile(file, fault));
        return new BadInput(found);
    }
}
