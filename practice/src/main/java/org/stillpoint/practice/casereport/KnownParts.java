package org.stillpoint.practice.casereport;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The parts of the names that a practice knows, to be found in a text whole, without regard to case and accents: "Anna-Lena Müller" is found
 * by "anna", by "Lenas" and by "Mueller".
 *
 * @param people parts of names of people, folded
 * @param places words of addresses, folded; found where they begin with a capital
 * @param unspaced names in scripts that set no blanks between words
 */
record KnownParts(Set<String> people, Set<String> places, Set<String> unspaced) {

    /** Letters; a part of two is found where it begins with a capital, a single one never. */
    private static final int LEAST_LETTERS = 2;

    /** Letters of a word of an address; own choice, 2026: shorter ones are no names of places. */
    private static final int LEAST_OF_PLACE = 4;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
    private static final Pattern NO_BLANKS =
            Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}]");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** What stands in names and is none: particles, titles, and what contacts and practices are called by what they are. */
    private static final Set<String> NO_NAMES = Set.copyOf(Arrays.asList(
            ("of the and von van der den dem des de del della di da do dos das du la le les lo los el al bin ter ten zu zum zur und y e et"
                            + " dr drs prof mr mrs ms miss sir herr frau fr hr mme mlle madame monsieur senor senora sr sra srta dipl med"
                            + " emergency number line crisis doctor physician ambulance police fire poison hospital clinic practice practise"
                            + " helpline service surgery centre center notruf notfall nummer arzt arztin praxis klinik krankenhaus polizei"
                            + " rettung feuerwehr krisendienst telefon seelsorge telefonseelsorge giftnotruf urgencias emergencias medico"
                            + " medica telefono numero hospital consulta clinica crisis urgences urgence medecin numero hopital cabinet"
                            + " street road lane avenue drive close court square strasse gasse platz allee calle avenida plaza paseo rue"
                            + " craniosacral craniosacrale kraniosakral therapy therapie terapia body bodywork massage masaje osteopathy osteopathie"
                            + " boulevard place chemin floor house suite com org net www")
                    .split(" ")));

    static KnownParts of(NamesOfPractice names) {
        Set<String> people = new HashSet<>();
        Set<String> places = new HashSet<>();
        Set<String> unspaced = new HashSet<>();
        Stream.concat(names.people().stream(), names.authors().stream())
                .flatMap(KnownParts::words)
                .forEach(word -> {
                    if (NO_BLANKS.matcher(word).find()) {
                        unspaced.add(word);
                    } else {
                        forms(word).stream()
                                .filter(form -> form.length() >= LEAST_LETTERS && !NO_NAMES.contains(form))
                                .forEach(people::add);
                    }
                });
        names.places().stream()
                .flatMap(KnownParts::words)
                .flatMap(word -> forms(word).stream())
                .filter(form -> form.length() >= LEAST_OF_PLACE && !NO_NAMES.contains(form))
                .forEach(places::add);
        return new KnownParts(people, places, unspaced);
    }

    private static Stream<String> words(String name) {
        return WORD.matcher(name).results().map(word -> word.group());
    }

    /** From where to where each of them stands in the text. */
    List<int[]> in(String text) {
        List<int[]> found = new ArrayList<>();
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            if (isKnown(words.group())) {
                found.add(new int[] {words.start(), words.end()});
            }
        }
        for (String name : unspaced) {
            for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length())) {
                found.add(new int[] {at, at + name.length()});
            }
        }
        return found;
    }

    private boolean isKnown(String word) {
        boolean capital = Character.isUpperCase(word.codePointAt(0));
        return forms(word).stream()
                .flatMap(form -> Stream.of(form, withoutPossessive(form)))
                .anyMatch(form -> people.contains(form) && (capital || form.length() > LEAST_LETTERS)
                        || capital && places.contains(form));
    }

    /** "Lenas" is Lena's. */
    private static String withoutPossessive(String form) {
        return form.length() > LEAST_LETTERS + 1 && form.endsWith("s") ? form.substring(0, form.length() - 1) : form;
    }

    /** A word as it is compared: in small letters without accents, and with umlauts written out. */
    private static Set<String> forms(String word) {
        String small = Normalizer.normalize(word, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace("ł", "l")
                .replace("đ", "d")
                .replace("ı", "i");
        return Set.copyOf(List.of(
                plain(small.replace("ø", "o")),
                plain(small.replace("ä", "ae")
                        .replace("ö", "oe")
                        .replace("ø", "oe")
                        .replace("ü", "ue"))));
    }

    private static String plain(String word) {
        return MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFKD)).replaceAll("");
    }
}
