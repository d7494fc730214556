package org.stillpoint.exchange.fhir.resource;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.Narrative.NarrativeStatus;
import org.hl7.fhir.utilities.xhtml.NodeType;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;
import org.stillpoint.record.PrivateText;

/** Texts as FHIR allows them, and what a person reads of a resource. */
public final class FhirText {
    private static final String XHTML = "http://www.w3.org/1999/xhtml";

    private FhirText() {}

    /** What somebody wrote, without the characters that FHIR forbids; empty where nothing is left to read. */
    static Optional<String> of(PrivateText text) {
        return of(text.value());
    }

    static Optional<String> of(String text) {
        String legal = text.codePoints()
                .map(c -> isLegal(c) ? c : ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return legal.isBlank() ? Optional.empty() : Optional.of(legal);
    }

    private static boolean isLegal(int c) {
        return c == '\t' || c == '\n' || c == '\r' || (!Character.isISOControl(c) && c != 0xFFFE && c != 0xFFFF);
    }

    /** What a person reads where a program shows nothing else: text alone, never markup. */
    public static void narrate(DomainResource in, List<String> lines) {
        in.setText(narrative(lines));
    }

    public static Narrative narrative(List<String> lines) {
        XhtmlNode div = new XhtmlNode(NodeType.Element, "div");
        div.setAttribute("xmlns", XHTML);
        lines.stream()
                .flatMap(line -> of(line).stream())
                .forEach(line -> div.addTag("p").addText(line));
        Narrative narrative = new Narrative().setStatus(NarrativeStatus.GENERATED);
        narrative.setDiv(div);
        return narrative;
    }
}
