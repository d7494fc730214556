package org.stillpoint.anatomy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** One table of the atlas in the order of its file, found by id. Immutable. */
public final class Catalogue<T extends AtlasEntry> {

    private final String what;
    private final List<T> rows;
    private final Map<String, Integer> places = new HashMap<>();

    Catalogue(String what, List<T> rows) {
        this.what = what;
        this.rows = List.copyOf(rows);
        for (T row : rows) {
            places.putIfAbsent(row.id(), places.size());
        }
    }

    /** All of them, in the order of the table. */
    public List<T> list() {
        return rows;
    }

    public int size() {
        return rows.size();
    }

    /** The one with this id, if there is one. */
    public Optional<T> find(String id) {
        return Optional.ofNullable(places.get(id)).map(rows::get);
    }

    /**
     * The one with this id.
     *
     * @throws NoSuchElementException if there is none
     */
    public T get(String id) {
        return rows.get(indexOf(id));
    }

    /**
     * Place of this id in {@link #list()}.
     *
     * @throws NoSuchElementException if there is none
     */
    public int indexOf(String id) {
        Integer place = places.get(id);
        if (place == null) {
            throw new NoSuchElementException("no " + what + " '" + id + "' in the atlas");
        }
        return place;
    }
}
