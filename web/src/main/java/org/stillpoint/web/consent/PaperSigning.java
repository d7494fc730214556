package org.stillpoint.web.consent;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.consent.ConsentReading.ConsentView;
import org.stillpoint.practice.consent.SignAreas;
import org.stillpoint.practice.consent.SignConsent;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.Refused;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.consent.ConsentEntry;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.Named;

/** Signs what was sent, from wherever it was. */
@Component
public final class PaperSigning {
    private static final int BAD_REQUEST = 400;
    private static final int CONFLICT = 409;

    private final SignConsent signConsent;
    private final SignAreas signAreas;

    PaperSigning(SignConsent signConsent, SignAreas signAreas) {
        this.signConsent = signConsent;
        this.signAreas = signAreas;
    }

    /** What came of it. */
    public sealed interface PaperAnswer {
        record PaperKept() implements PaperAnswer {}

        /** Nothing is signed; the form says why. */
        record ToMend(int status) implements PaperAnswer {}
    }

    /** @param whole whether it is the consent; else sensitive areas alone */
    public PaperAnswer sign(Actor actor, ConsentView view, boolean whole, Form form) {
        TypedPaper typed = new TypedPaper(form);
        Id<Client> client = view.client().id();
        Optional<Answer<ConsentEntry>> answer = whole
                ? typed.whole(client, view.now().choices()).map(wanted -> signConsent.by(actor, wanted))
                : typed.areas(client).map(wanted -> signAreas.by(actor, wanted));
        return answer.isEmpty()
                ? new PaperAnswer.ToMend(BAD_REQUEST)
                : switch (answer.get()) {
                    case Answer.Done<ConsentEntry> done -> new PaperAnswer.PaperKept();
                    case Answer.Again<ConsentEntry> again -> new PaperAnswer.PaperKept();
                    case Answer.Changed<ConsentEntry> other -> throw new AlreadyThere("consent", form.id("id"));
                    case Answer.Other<ConsentEntry> other -> throw new AlreadyThere("consent", form.id("id"));
                    case Answer.No<ConsentEntry> no -> mend(no.rule(), client, form);
                };
    }

    private static PaperAnswer mend(Refused.Rule rule, Id<Client> client, Form form) {
        switch (rule) {
            case NEEDS_A_GUARDIAN -> form.problems().add("who", new Named(rule));
            case CONSENT_TEXT_HAS_CHANGED, CONSENT_IS_MISSING, CONSENT_HAS_RUN_OUT, CONSENT_IS_WITHDRAWN ->
                form.problems().add("read", new Named(rule));
            default -> throw new Refused(rule, client);
        }
        return new PaperAnswer.ToMend(CONFLICT);
    }
}
