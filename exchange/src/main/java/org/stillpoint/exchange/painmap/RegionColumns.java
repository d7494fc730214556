package org.stillpoint.exchange.painmap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.PainRegion;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;
import org.stillpoint.exchange.Question;
import org.stillpoint.exchange.Question.QuestionSubject;
import org.stillpoint.exchange.table.Column;
import org.stillpoint.exchange.table.Row;
import org.stillpoint.exchange.table.Table;
import org.stillpoint.words.Message;
import org.stillpoint.words.ReadWords;
import org.stillpoint.words.TableWords;

/**
 * Where the regions of a map stand: a column for each (X107, x107, 107, or REDCap's bodymap___107), or one column with a list of codes
 * for each map, as CHOIR exports it ("128,117,107").
 */
final class RegionColumns {

    private static final Pattern CODE = Pattern.compile("(?:.*___)?[Xx]?(\\d{3})");
    private static final Pattern CODE_LIKE = Pattern.compile("[Xx]\\d+|.*___[Xx]?\\d+|\\d{3}");
    private static final Pattern LIST = Pattern.compile("\\s*[Xx]?\\d{3}\\s*(?:[,;| ]\\s*[Xx]?\\d{3}\\s*)*");
    private static final double MOST_PAIN = 10;

    private final Table table;
    private final Atlas atlas;
    private final int[] places;
    private final Optional<Column> list;
    private final int[] ofMen;
    private final Set<Column> others;

    /** @param others columns that are no regions, whatever they are called */
    RegionColumns(Table table, Atlas atlas, Set<Column> others) {
        this.table = table;
        this.others = Set.copyOf(others);
        this.atlas = atlas;
        this.ofMen = ofMen(atlas);
        this.places = new int[table.columns().size()];
        Arrays.fill(places, -1);
        int found = columns();
        this.list = found > 0 ? Optional.empty() : list();
        if (found == 0 && list.isEmpty()) {
            throw new BadInput(Problem.ofFile(table.name(), TableWords.NO_REGIONS));
        }
    }

    private int columns() {
        int found = 0;
        boolean[] seen = new boolean[atlas.regions().size()];
        for (Column column : table.columns()) {
            OptionalInt place = place(column.name());
            if (place.isPresent() && others.contains(column)) {
                table.problem(1, column.name(), "", TableWords.REGION_AS_ID);
            } else if (place.isPresent() && seen[place.getAsInt()]) {
                table.problem(1, column.name(), "", TableWords.REGION_TWICE);
            } else if (place.isPresent()) {
                places[column.index()] = place.getAsInt();
                seen[place.getAsInt()] = true;
                found++;
            } else if (CODE_LIKE.matcher(column.name()).matches()) {
                table.problem(1, column.name(), "", TableWords.NO_REGION);
            }
        }
        table.check();
        return found;
    }

    private Optional<Column> list() {
        List<Column> lists = table.columns().stream()
                .filter(column -> !others.contains(column))
                .filter(column -> {
                    List<String> texts = table.different(column).stream()
                            .filter(text -> !table.isNothing(text))
                            .toList();
                    return !texts.isEmpty()
                            && texts.stream()
                                    .allMatch(text -> LIST.matcher(text).matches())
                            && (texts.stream().anyMatch(text -> text.length() > 4)
                                    || column.name()
                                            .toLowerCase(java.util.Locale.ROOT)
                                            .contains("map"));
                })
                .toList();
        if (lists.size() > 1) {
            throw table.ask(new Question(
                    QuestionSubject.COLUMNS,
                    new TableWords.SeveralLists(
                            String.join(", ", lists.stream().map(Column::name).toList())),
                    "send the one that is meant"));
        }
        return lists.stream().findFirst();
    }

    private OptionalInt place(String name) {
        Matcher code = CODE.matcher(name);
        if (!code.matches()) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(atlas.regions().indexOf("X" + code.group(1)));
        } catch (NoSuchElementException e) {
            return OptionalInt.empty();
        }
    }

    /** For each region of the published numbering the one that stands under its code in a man's row. */
    private static int[] ofMen(Atlas atlas) {
        List<PainRegion> regions = atlas.regions().list();
        int[] places = new int[regions.size()];
        for (int r = 0; r < places.length; r++) {
            places[atlas.regions().indexOf(regions.get(r).codeInRawRowsOfMales())] = r;
        }
        return places;
    }

    /** Whether men's numbers differ in a region that this table has. */
    boolean differForMen() {
        return list.isPresent() || Arrays.stream(places).anyMatch(place -> place >= 0 && ofMen[place] != place);
    }

    /** How the regions stand there. */
    Message form() {
        return list.<Message>map(column -> new ReadWords.ListsIn(column.name()))
                .orElseGet(() -> new ReadWords.SomeRegions(
                        (int) Arrays.stream(places).filter(place -> place >= 0).count()));
    }

    /** The columns of regions. */
    List<Column> used() {
        List<Column> used = new ArrayList<>();
        list.ifPresent(used::add);
        table.columns().stream().filter(column -> places[column.index()] >= 0).forEach(used::add);
        return used;
    }

    /** The values of one row, 0 to 10, in the order of the atlas; NaN where a region was not asked. */
    float[] values(Row row, boolean man) {
        float[] values = new float[ofMen.length];
        Arrays.fill(values, Float.NaN);
        if (list.isPresent()) {
            listed(row, list.get(), values, man);
            return values;
        }
        for (Column column : table.columns()) {
            int place = places[column.index()];
            if (place >= 0) {
                values[man ? ofMen[place] : place] = value(row, column);
            }
        }
        return values;
    }

    private void listed(Row row, Column column, float[] values, boolean man) {
        if (row.isMissing(column)) {
            return;
        }
        Arrays.fill(values, 0);
        for (String code : row.text(column).split("[,;| ]+", -1)) {
            OptionalInt place = code.isEmpty() ? OptionalInt.empty() : place(code);
            if (place.isPresent()) {
                values[man ? ofMen[place.getAsInt()] : place.getAsInt()] = 1;
            } else if (!code.isEmpty()) {
                row.problem(column, new TableWords.NoRegionOfList(code));
            }
        }
    }

    private static float value(Row row, Column column) {
        return switch (row.text(column).toLowerCase(java.util.Locale.ROOT)) {
            case "true", "yes", "checked", "ja", "oui" -> 1;
            case "false", "no", "unchecked", "nein", "non" -> 0;
            default -> (float) row.numberOrMissing(column, 0, MOST_PAIN);
        };
    }
}
