package org.stillpoint.cohort;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;
import org.stillpoint.exchange.table.Cells;
import scala.Tuple2;

/**
 * The rows of a practice's file, each with the part that it belongs to: all rows of one client fall into one part. The file runs through; it is
 * never held. Where it breaks the last row says so.
 */
final class PartRows implements Iterator<Tuple2<PartKey, TableRow>> {

    /** Whose row it is: the first of these columns that is there. */
    private static final List<String> PEOPLE =
            List.of("person", "client", "patient", "subject", "participant", "case", "id", "pid");

    private final PracticeFile file;
    private final Optional<String> person;
    private final int personElse;
    private final Configuration files;
    private final Deque<String> addresses = new ArrayDeque<>();
    private final Deque<Tuple2<PartKey, TableRow>> ready = new ArrayDeque<>();
    private @Nullable FileRows open;
    private boolean besides;
    private int column;
    private long number;

    PartRows(PracticeFile file, PartReader<?> reader, Configuration files) {
        this.file = file;
        this.person = reader.person();
        this.personElse = reader.personElse();
        this.files = files;
        addresses.add(file.table());
        if (!file.besides().isEmpty()) {
            addresses.add(file.besides());
        }
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty()) {
            try {
                if (!advance()) {
                    return false;
                }
            } catch (IOException | RuntimeException broken) {
                // Whatever a library throws over bytes that are not what the file's name says: the file is named, and
                // no cell of it told.
                stop("is broken: it ends early, or is not what its name says");
            }
        }
        return true;
    }

    @Override
    public Tuple2<PartKey, TableRow> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    private boolean advance() throws IOException {
        FileRows rows = open;
        if (rows == null) {
            if (addresses.isEmpty()) {
                return false;
            }
            besides = !file.besides().isEmpty() && addresses.size() == 1;
            rows = FileRows.open(addresses.remove(), files);
            open = rows;
            header(rows);
        } else if (rows.hasNext()) {
            row(rows.next());
        } else {
            rows.close();
            open = null;
        }
        return true;
    }

    private void header(FileRows rows) {
        if (!rows.hasNext()) {
            stop("is empty");
            return;
        }
        List<String> header = rows.next().stream()
                .map(name -> name.replace("\uFEFF", "").strip())
                .toList();
        Optional<String> fault = Deidentified.fault(header);
        column = person(header);
        number = TableRow.HEADER;
        if (fault.isPresent()) {
            stop(fault.get());
        } else if (column < 0) {
            stop("is too large to be held at once, and no column says whose its rows are; say --person COLUMN");
        } else {
            for (int part = 0; part < file.parts(); part++) {
                ready.add(
                        new Tuple2<>(new PartKey(file.index(), part), new TableRow(besides, TableRow.HEADER, header)));
            }
        }
    }

    private int person(List<String> header) {
        List<String> names = header.stream().map(Cells::sameName).toList();
        return person.map(told -> names.indexOf(Cells.sameName(told)))
                .orElseGet(() -> PEOPLE.stream()
                        .map(names::indexOf)
                        .filter(place -> place >= 0)
                        .findFirst()
                        .orElse(personElse));
    }

    private void row(List<String> cells) {
        number++;
        if (cells.size() == 1 && cells.getFirst().isBlank()) {
            return;
        }
        String whose = column < cells.size() ? Cells.sameName(cells.get(column)) : "";
        int part = Math.floorMod(whose.hashCode() * SPREAD, file.parts());
        ready.add(new Tuple2<>(new PartKey(file.index(), part), new TableRow(besides, number, List.copyOf(cells))));
    }

    /** An odd number that moves all bits (2^32 over the golden ratio; Knuth 1973), for ids that count on. */
    private static final int SPREAD = 0x9E3779B9;

    private void stop(String why) {
        ready.clear();
        ready.add(new Tuple2<>(new PartKey(file.index(), 0), new TableRow(besides, TableRow.PROBLEM, List.of(why))));
        addresses.clear();
        try {
            Closeable broken = open;
            if (broken != null) {
                broken.close();
            }
        } catch (IOException closedAnyway) {
            // It is left aside as it is.
        }
        open = null;
    }
}
