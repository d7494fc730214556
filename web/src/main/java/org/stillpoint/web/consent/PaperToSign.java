package org.stillpoint.web.consent;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stillpoint.practice.consent.ConsentReading.ConsentView;
import org.stillpoint.record.consent.ConsentBlock;
import org.stillpoint.record.consent.ConsentDocument;
import org.stillpoint.record.consent.ConsentPart;
import org.stillpoint.record.consent.ConsentTerm;
import org.stillpoint.record.consent.SensitiveArea;
import org.stillpoint.web.view.Form;

/**
 * What is read, answered and signed, wherever it is.
 *
 * @param action where it is sent
 * @param id made before it is read, so that sending it twice signs once
 * @param whole whether it is the consent; else sensitive areas alone
 * @param practice what the practice is called, or empty
 * @param needsGuardian whether a guardian has to sign
 * @param comesOfAge whether that depends on a day of birth which is not known
 */
public record PaperToSign(
        String action,
        String id,
        boolean whole,
        String practice,
        ConsentDocument document,
        boolean needsGuardian,
        boolean comesOfAge,
        Form form) {

    public static PaperToSign of(String action, String id, boolean whole, ConsentView view, Form form) {
        return new PaperToSign(
                action,
                id,
                whole,
                view.practice(),
                whole ? view.now() : view.ofAreas(),
                view.needsGuardian(),
                view.comesOfAge(),
                form);
    }

    /** The form before anything was answered. */
    public static Form begun(Set<SensitiveArea> areas) {
        return Form.of(Map.of(
                "term", List.of(ConsentTerm.USUAL.name()),
                "who", List.of("self"),
                "areas", areas.stream().map(SensitiveArea::name).toList()));
    }

    public static List<SensitiveArea> areas() {
        return List.of(SensitiveArea.values());
    }

    public static List<ConsentTerm> terms() {
        return List.of(ConsentTerm.values());
    }

    public static boolean asks(ConsentPart part) {
        return part.block().kind() == ConsentBlock.BlockKind.CHOICE;
    }

    public static boolean asksForAreas(ConsentPart part) {
        return part.block().kind() == ConsentBlock.BlockKind.AREAS;
    }
}
