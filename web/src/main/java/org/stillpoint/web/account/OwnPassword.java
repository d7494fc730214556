package org.stillpoint.web.account;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.stillpoint.web.security.PasswordCheck;
import org.stillpoint.web.view.FormProblems;
import org.stillpoint.words.AccountWords;
import org.stillpoint.words.ErrorWords;

/** The present password, asked for again before somebody changes how they themselves are let in: a screen may have been left open. */
@Component
public final class OwnPassword {

    /** The field that it is typed in. */
    private static final String FIELD = "current";

    private final PasswordCheck check;

    public OwnPassword(PasswordCheck check) {
        this.check = check;
    }

    /** Notes what is wrong with what was typed, if anything. */
    public void require(String typed, HttpServletRequest request, FormProblems problems) {
        switch (check.of(typed, request)) {
            case RIGHT -> {}
            case WRONG -> problems.add(FIELD, AccountWords.NOT_CURRENT);
            case TOO_MANY_TRIES -> problems.add(FIELD, ErrorWords.TOO_MANY_TRIES_HINT);
        }
    }

    /** Whether it is right. */
    boolean isRight(String typed, HttpServletRequest request) {
        return check.of(typed, request) == PasswordCheck.PasswordVerdict.RIGHT;
    }
}
