package org.stillpoint.exchange.sheet;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.DecompositionType;
import com.ibm.icu.lang.UCharacter.JoiningType;
import com.ibm.icu.lang.UProperty;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * Arabic letters in the shape that their neighbours ask for: by Unicode's joining types (The Unicode Standard 17, 9.2, rules R2 to R7), in its
 * presentation forms. ICU's own shaping knows Arabic alone; this knows every letter that has such forms, so Persian and Urdu too.
 */
final class JoinedLetters {

    /** Where Unicode keeps Arabic Presentation Forms-A and -B. */
    private static final char FIRST = '\uFB50';

    private static final char LAST = '\uFEFC';

    /** From here on, forms of two letters: lam with one of the alefs. */
    private static final char FIRST_LAM_ALEF = '\uFEF5';

    private static final int LAM = 0x0644;

    /** Of a letter, or of lam with an alef; standing alone it is as it is written. */
    private enum JoinedForm {
        ALONE,
        LAST,
        FIRST,
        BETWEEN
    }

    private static final Map<String, Map<JoinedForm, Character>> FORMS = forms();

    private final int[] letters;

    private JoinedLetters(String text) {
        letters = text.codePoints().toArray();
    }

    /** The text with its letters joined, in the order in which it is read. */
    static String of(String text) {
        return new JoinedLetters(text).joined();
    }

    /** Letters as they were before they were joined. */
    static String apart(String joined) {
        return joined.chars().allMatch(letter -> letter >= FIRST && letter <= LAST)
                ? Normalizer.normalize(joined, Normalizer.Form.NFKC)
                : joined;
    }

    private static Map<String, Map<JoinedForm, Character>> forms() {
        Map<String, Map<JoinedForm, Character>> forms = new HashMap<>();
        for (char form = FIRST; form <= LAST; form++) {
            String letters = Normalizer.normalize(String.valueOf(form), Normalizer.Form.NFKC);
            JoinedForm how =
                    switch (UCharacter.getIntPropertyValue(form, UProperty.DECOMPOSITION_TYPE)) {
                        case DecompositionType.FINAL -> JoinedForm.LAST;
                        case DecompositionType.INITIAL -> JoinedForm.FIRST;
                        case DecompositionType.MEDIAL -> JoinedForm.BETWEEN;
                        default -> JoinedForm.ALONE;
                    };
            if (form >= FIRST_LAM_ALEF || letters.length() == 1 && how != JoinedForm.ALONE) {
                forms.computeIfAbsent(letters, key -> new EnumMap<>(JoinedForm.class))
                        .put(how, form);
            }
        }
        return Map.copyOf(forms);
    }

    private String joined() {
        StringBuilder joined = new StringBuilder(letters.length);
        for (int at = 0; at < letters.length; at++) {
            JoinedForm form = form(at);
            int next = next(at);
            if (letters[at] == LAM && next < letters.length && isForm(written(LAM, letters[next]), form)) {
                append(joined, written(LAM, letters[next]), form);
                for (int mark = at + 1; mark < next; mark++) {
                    joined.appendCodePoint(letters[mark]);
                }
                at = next;
            } else {
                append(joined, Character.toString(letters[at]), form);
            }
        }
        return joined.toString();
    }

    private static String written(int... letters) {
        return new String(letters, 0, letters.length);
    }

    /** Lam goes together with alef whatever comes before: it is first or between where alef follows. */
    private static boolean isForm(String lamAndAlef, JoinedForm ofLam) {
        return FORMS.containsKey(lamAndAlef) && (ofLam == JoinedForm.FIRST || ofLam == JoinedForm.BETWEEN);
    }

    private static void append(StringBuilder joined, String letters, JoinedForm form) {
        Map<JoinedForm, Character> forms = FORMS.getOrDefault(letters, Map.of());
        JoinedForm asked =
                letters.length() < 2 ? form : form == JoinedForm.BETWEEN ? JoinedForm.LAST : JoinedForm.ALONE;
        Character found = forms.get(asked);
        joined.append(found == null ? letters : found.toString());
    }

    private JoinedForm form(int at) {
        boolean before = joinsOn(previous(at)) && joinsBack(at);
        boolean after = joinsOn(at) && joinsBack(next(at));
        if (before) {
            return after ? JoinedForm.BETWEEN : JoinedForm.LAST;
        }
        return after ? JoinedForm.FIRST : JoinedForm.ALONE;
    }

    /** Before it, past the marks; -1 where nothing is. */
    private int previous(int at) {
        int before = at - 1;
        while (before >= 0 && type(before) == JoiningType.TRANSPARENT) {
            before--;
        }
        return before;
    }

    /** After it, past the marks; the number of letters where nothing is. */
    private int next(int at) {
        int after = at + 1;
        while (after < letters.length && type(after) == JoiningType.TRANSPARENT) {
            after++;
        }
        return after;
    }

    /** Whether it joins what is read after it. */
    private boolean joinsOn(int at) {
        int type = type(at);
        return type == JoiningType.DUAL_JOINING || type == JoiningType.LEFT_JOINING || type == JoiningType.JOIN_CAUSING;
    }

    /** Whether it joins what is read before it. */
    private boolean joinsBack(int at) {
        int type = type(at);
        return type == JoiningType.DUAL_JOINING
                || type == JoiningType.RIGHT_JOINING
                || type == JoiningType.JOIN_CAUSING;
    }

    private int type(int at) {
        return at < 0 || at >= letters.length
                ? JoiningType.NON_JOINING
                : UCharacter.getIntPropertyValue(letters[at], UProperty.JOINING_TYPE);
    }
}
