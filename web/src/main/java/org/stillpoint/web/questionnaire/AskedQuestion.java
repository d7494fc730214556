package org.stillpoint.web.questionnaire;

import java.util.Optional;
import org.stillpoint.practice.asking.AskedSheet;
import org.stillpoint.practice.questionnaire.AskedReading.AskedView;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.intake.IntakeHand;
import org.stillpoint.record.questionnaire.FilledQuestionnaire;

/**
 * One screen of a questionnaire as it is asked at one of its doors.
 *
 * @param view all that is asked of the client
 * @param sheet the questionnaire
 * @param base the address under which the questionnaires stand
 * @param hand whose hand answers there
 */
public record AskedQuestion(AskedView view, AskedSheet sheet, QuestionStep step, String base, IntakeHand hand) {

    /** Where one of those that wait goes on: at the first item to which nothing is said, or where all is read over. */
    public static String goesOn(String base, AskedSheet sheet) {
        if (sheet.isAboutOwnActivities() && sheet.activities().isEmpty()) {
            return address(base, sheet, new QuestionStep.OwnActivities());
        }
        return address(
                base,
                sheet,
                sheet.asked().stream()
                        .filter(item -> !sheet.isDone(item))
                        .findFirst()
                        .<QuestionStep>map(QuestionStep.OneItem::new)
                        .orElseGet(QuestionStep.ReadOver::new));
    }

    private static String address(String base, AskedSheet sheet, QuestionStep step) {
        return base + "/" + sheet.filled().id() + "/" + step.address();
    }

    /** The screen at an address, where there is one. */
    public static Optional<AskedQuestion> at(AskedView view, String filled, String step, String base, IntakeHand hand) {
        return view.findOpen(Id.of(filled))
                .flatMap(open -> QuestionStep.of(step)
                        .map(known -> new AskedQuestion(view, open, known, base, hand))
                        .filter(AskedQuestion::isAsked));
    }

    private boolean isAsked() {
        return switch (step) {
            case QuestionStep.OwnActivities own -> sheet.isAboutOwnActivities();
            case QuestionStep.OneItem item -> sheet.asked().contains(item.number());
            case QuestionStep.ReadOver read -> true;
        };
    }

    Id<Client> client() {
        return view.client().id();
    }

    String address() {
        return address(base, sheet, step);
    }

    String address(QuestionStep other) {
        return address(base, sheet, other);
    }

    /** Which screen it is, counted from 1. */
    int number() {
        int before = sheet.isAboutOwnActivities() ? 1 : 0;
        return switch (step) {
            case QuestionStep.OwnActivities own -> 1;
            case QuestionStep.OneItem item -> before + sheet.asked().indexOf(item.number()) + 1;
            case QuestionStep.ReadOver read -> before + sheet.items();
        };
    }

    int all() {
        return sheet.items() + (sheet.isAboutOwnActivities() ? 1 : 0);
    }

    /** Where one goes back to; empty before the first screen. */
    Optional<String> back() {
        return switch (step) {
            case QuestionStep.OwnActivities own -> Optional.empty();
            case QuestionStep.OneItem item -> before(item.number());
            case QuestionStep.ReadOver read -> before(Integer.MAX_VALUE);
        };
    }

    private Optional<String> before(int item) {
        return sheet.asked().reversed().stream()
                .filter(earlier -> earlier < item)
                .findFirst()
                .<QuestionStep>map(QuestionStep.OneItem::new)
                .or(() ->
                        sheet.isAboutOwnActivities() ? Optional.of(new QuestionStep.OwnActivities()) : Optional.empty())
                .map(this::address);
    }

    /** Where one goes from an item, once the questionnaire is answered so. */
    String after(int item, FilledQuestionnaire answered) {
        return address(sheet.answered(answered).asked().stream()
                .filter(later -> later > item)
                .findFirst()
                .<QuestionStep>map(QuestionStep.OneItem::new)
                .orElseGet(QuestionStep.ReadOver::new));
    }
}
