package org.stillpoint.cohort;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;
import org.stillpoint.exchange.table.Column;
import org.stillpoint.exchange.table.Columns;
import org.stillpoint.exchange.table.Table;

/**
 * That a table tells nobody by name: no column of names, addresses or words, and no cell that holds any. It cannot promise more: a course
 * of days can be recognised by whoever knows it.
 */
final class Deidentified {

    /** Words of columns that tell who somebody is (identifiers of 45 CFR 164.514(b)(2), 2013, as tables are headed), with those in German, French and Spanish. */
    private static final Set<String> NAMES = Set.of(
            "name",
            "names",
            "surname",
            "firstname",
            "lastname",
            "forename",
            "fullname",
            "initials",
            "email",
            "mail",
            "phone",
            "telephone",
            "mobile",
            "fax",
            "address",
            "street",
            "postcode",
            "zip",
            "birthday",
            "birthdate",
            "birth",
            "dob",
            "born",
            "ssn",
            "mrn",
            "vorname",
            "nachname",
            "telefon",
            "adresse",
            "geburtsdatum",
            "nom",
            "prénom",
            "prenom",
            "téléphone",
            "nombre",
            "apellido",
            "correo");

    /** Words of columns that hold what somebody said, those of whole tables of this program among them. */
    private static final Set<String> FREE_TEXT = Set.of(
            "comment",
            "comments",
            "note",
            "notes",
            "remark",
            "remarks",
            "text",
            "story",
            "words",
            "felt",
            "mechanism",
            "worse",
            "answer",
            "said",
            "kommentar",
            "notiz",
            "bemerkung",
            "commentaire",
            "comentario");

    /** Codes of {@code tables --deidentified} whose names hold such a word. */
    private static final Set<String> CODES = Set.of("mechanism_code", "says_worse");

    /** Four words in a row are a sentence; "30 to 39" and "no answer" are none. */
    private static final Pattern SENTENCE =
            Pattern.compile("(?:\\p{L}{2,}[\\s,.;:'’-]+){3,}\\p{L}{2,}.*", Pattern.DOTALL);

    private static final Pattern PSEUDONYM = Pattern.compile("(?=.*\\d)(?!.*\\p{L}{2,}\\s+\\p{L}{2,}).*");

    private Deidentified() {}

    /** What is wrong with these columns; empty where nothing is. */
    static Optional<String> fault(List<String> columns) {
        for (String column : columns) {
            if (CODES.contains(column)) {
                continue;
            }
            if (Columns.words(column).stream().anyMatch(NAMES::contains)) {
                return Optional.of("has a column " + column
                        + ", which tells who somebody is; a cohort takes de-identified exports alone: leave it out");
            }
            if (Columns.words(column).stream().anyMatch(FREE_TEXT::contains)) {
                return Optional.of("has a column " + column
                        + ", which holds what somebody said; a cohort takes de-identified exports alone: leave it out");
            }
        }
        return Optional.empty();
    }

    /**
     * Looks at all cells of a table; none is told of.
     *
     * @throws BadInput where one holds a sentence
     */
    static void check(Table table) {
        fault(table.columns().stream().map(Column::name).toList()).ifPresent(fault -> {
            throw new BadInput(Problem.ofFile(table.name(), fault));
        });
        for (Column column : table.columns()) {
            if (table.different(column).stream()
                    .anyMatch(text -> SENTENCE.matcher(text).matches())) {
                throw new BadInput(Problem.ofFile(
                        table.name(),
                        "has whole sentences in its column " + column.name()
                                + "; a cohort takes de-identified exports alone: leave it out"));
            }
        }
    }

    /**
     * Looks at what the people of a table are called; a table of one person calls them nothing.
     *
     * @throws BadInput where it may be a name
     */
    static void checkPeople(Table table, Stream<String> people) {
        if (!people.allMatch(
                person -> table.isNothing(person) || PSEUDONYM.matcher(person).matches())) {
            throw new BadInput(Problem.ofFile(
                    table.name(),
                    "calls people by what may be their names: write a number, or a code with a digit in it, for each"));
        }
    }
}
