package org.stillpoint.web.consent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.stillpoint.practice.consent.SignAreas;
import org.stillpoint.practice.consent.SignConsent;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.consent.ConsentBlock;
import org.stillpoint.record.consent.ConsentTerm;
import org.stillpoint.record.consent.InkStroke;
import org.stillpoint.record.consent.InkStroke.InkPoint;
import org.stillpoint.record.consent.SensitiveArea;
import org.stillpoint.record.consent.Signature;
import org.stillpoint.record.consent.Signer;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.ConsentWords;

/** A paper as it was answered and signed; what is wrong with it is noted in the form. */
final class TypedPaper {

    /** Strokes apart by semicolons, points by blanks. */
    private static final Pattern STROKES = Pattern.compile("\\d{1,4},\\d{1,4}([ ;]\\d{1,4},\\d{1,4})*");

    /** Of all strokes: some 60 kB; own choice, 2026. */
    private static final int MOST_SENT = 100_000;

    private final Form form;

    TypedPaper(Form form) {
        this.form = form;
    }

    /** Empty where something is wrong. */
    Optional<SignConsent.Command> whole(Id<Client> client, List<ConsentBlock> asked) {
        Map<ConsentBlock, Boolean> choices = new EnumMap<>(ConsentBlock.class);
        for (ConsentBlock block : asked) {
            String answer = form.raw(block.name());
            if (!answer.equals("yes") && !answer.equals("no")) {
                form.problems().add(block.name(), ConsentWords.CHOOSE);
            }
            choices.put(block, answer.equals("yes"));
        }
        ConsentTerm term = Arrays.stream(ConsentTerm.values())
                .filter(each -> form.chosen("term", each.name()))
                .findFirst()
                .orElse(ConsentTerm.USUAL);
        Optional<Signer> signer = signer();
        Optional<Signature> signature = signature();
        return form.good()
                ? Optional.of(new SignConsent.Command(
                        form.id("id"),
                        client,
                        form.raw("read"),
                        choices,
                        areas(),
                        term,
                        signer.orElseThrow(),
                        signature.orElseThrow()))
                : Optional.empty();
    }

    /** Empty where something is wrong. */
    Optional<SignAreas.Command> areas(Id<Client> client) {
        if (areas().isEmpty()) {
            form.problems().add("areas", ConsentWords.ONE_AT_LEAST);
        }
        Optional<Signer> signer = signer();
        Optional<Signature> signature = signature();
        return form.good()
                ? Optional.of(new SignAreas.Command(
                        form.id("id"),
                        client,
                        form.raw("read"),
                        areas(),
                        signer.orElseThrow(),
                        signature.orElseThrow()))
                : Optional.empty();
    }

    private Set<SensitiveArea> areas() {
        Set<SensitiveArea> areas = EnumSet.noneOf(SensitiveArea.class);
        Arrays.stream(SensitiveArea.values())
                .filter(area -> form.chosen("areas", area.name()))
                .forEach(areas::add);
        return areas;
    }

    private Optional<Signer> signer() {
        if (!form.raw("who").equals("guardian")) {
            return Optional.of(new Signer.Oneself());
        }
        PrivateText name = needed("guardian");
        PrivateText relation = needed("relation");
        return form.problems().has("guardian") || form.problems().has("relation")
                ? Optional.empty()
                : Optional.of(new Signer.Guardian(name, relation));
    }

    private PrivateText needed(String field) {
        PrivateText typed = form.text(field);
        if (typed.value().isBlank() || typed.value().length() > Signer.Guardian.MOST_CHARACTERS) {
            form.problems().add(field, ConsentWords.NEEDED);
        }
        return typed;
    }

    private Optional<Signature> signature() {
        String drawn = form.raw("strokes");
        if (!drawn.isEmpty()
                && drawn.length() <= MOST_SENT
                && STROKES.matcher(drawn).matches()) {
            try {
                return Optional.of(new Signature.ByHand(strokes(drawn)));
            } catch (BadValue notDrawnHere) {
                form.problems().add("typed", ConsentWords.SIGN_OR_TYPE);
                return Optional.empty();
            }
        }
        PrivateText typed = form.text("typed");
        if (typed.value().isBlank() || typed.value().length() > Signature.ByName.MOST_CHARACTERS) {
            form.problems().add("typed", ConsentWords.SIGN_OR_TYPE);
            return Optional.empty();
        }
        return Optional.of(new Signature.ByName(typed));
    }

    private static List<InkStroke> strokes(String drawn) {
        List<InkStroke> strokes = new ArrayList<>();
        for (String stroke : drawn.split(";")) {
            List<InkPoint> points = new ArrayList<>();
            for (String point : stroke.split(" ")) {
                int comma = point.indexOf(',');
                points.add(new InkPoint(
                        Integer.parseInt(point.substring(0, comma)), Integer.parseInt(point.substring(comma + 1))));
            }
            strokes.add(new InkStroke(points));
        }
        return strokes;
    }
}
