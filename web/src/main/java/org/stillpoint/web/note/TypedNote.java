package org.stillpoint.web.note;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.note.NoteDraft;
import org.stillpoint.record.note.NotePart;
import org.stillpoint.web.note.NoteTold.DraftedSentence;
import org.stillpoint.web.view.Form;

/** What was typed into the form of a note: a field for each drafted sentence, beside what stood there, and one for further words of each part. */
final class TypedNote {
    private static final String LINE = "line-";
    private static final String WAS = "was-";
    static final String OWN = "own-";

    private TypedNote() {}

    /**
     * @param drafted as the record tells it now
     * @param kept what was typed before, which holds for sentences that the form did not show
     */
    static NoteDraft of(Form form, List<DraftedSentence> drafted, NoteDraft kept) {
        Map<String, String> told = new LinkedHashMap<>();
        drafted.forEach(sentence -> told.put(sentence.name(), sentence.text()));
        Map<String, PrivateText> changed = new TreeMap<>(kept.changed());
        for (String field : form.names()) {
            if (field.startsWith(LINE)) {
                String name = field.substring(LINE.length());
                String typed = plain(form.raw(field));
                if (typed.equals(plain(form.raw(WAS + name))) || typed.isEmpty() && !told.containsKey(name)) {
                    changed.remove(name);
                } else {
                    changed.put(name, form.text(field));
                }
            }
        }
        Map<NotePart, PrivateText> own = new TreeMap<>();
        for (NotePart part : NotePart.values()) {
            own.put(part, form.text(OWN + part));
        }
        return new NoteDraft(changed, own);
    }

    /** Whether every sentence that was left as it was shown is still drafted so, and none is drafted that was not shown: then it was read. */
    static boolean wasRead(Form form, List<DraftedSentence> drafted) {
        return drafted.stream()
                .allMatch(sentence -> form.has(LINE + sentence.name())
                        && plain(form.raw(WAS + sentence.name())).equals(plain(sentence.text())));
    }

    /** However a browser sends it. */
    private static String plain(String text) {
        return text.strip().replaceAll("\r\n?", "\n");
    }
}
