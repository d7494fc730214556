package org.stillpoint.web.security;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.stillpoint.record.intake.IntakeStep;
import org.stillpoint.record.signin.HandedScreen;

/** What a screen opens that was handed over. */
final class HandedPaths {
    private HandedPaths() {}

    /** The page that it was handed over for. */
    static String page(HandedScreen to) {
        return of(to).getFirst();
    }

    /** The press that hands over is among them: it may come twice. */
    static boolean isOpen(HandedScreen to, String path) {
        return of(to).contains(path) || path.equals("/help-now") || isOfAQuestionnaire(to, path);
    }

    /** Each of its questions has an address of its own. */
    private static boolean isOfAQuestionnaire(HandedScreen to, String path) {
        return to.task() == HandedScreen.HandedTask.QUESTIONNAIRE
                && path.startsWith("/clients/" + to.client() + "/questionnaire/");
    }

    private static List<String> of(HandedScreen to) {
        String client = "/clients/" + to.client();
        return switch (to.task()) {
            case CHECK_IN -> List.of(client + "/check-in", client + "/check-in/hand-over");
            case CONSENT ->
                List.of(
                        client + "/consent/sign",
                        client + "/consent/areas",
                        client + "/consent/withdraw",
                        client + "/consent/hand-over");
            case QUESTIONNAIRE -> List.of(client + "/questionnaire", client + "/questionnaire/hand-over");
            case INTAKE ->
                Stream.concat(
                                Stream.of(client + "/intake", client + "/intake/hand-over"),
                                Arrays.stream(IntakeStep.values())
                                        .map(step -> client + "/intake/"
                                                + step.name().toLowerCase(Locale.ROOT)))
                        .toList();
        };
    }
}
