package org.stillpoint.web.view;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.stillpoint.words.CommonWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.TodayWords;

/** The rooms that the frame leads to, and the addresses that lie in each. */
public enum Room {
    TODAY(TodayWords.TITLE, "/", List.of()),
    CLIENTS(CommonWords.CLIENTS, "/clients", List.of("/clients", "/sessions", "/open-matters", "/emergency")),
    PRACTICE(CommonWords.PRACTICE, "/practice", List.of("/practice")),
    LIBRARY(CommonWords.LIBRARY, "/body", List.of("/practice/field", "/body", "/life", "/help")),
    CASES(CommonWords.CASES, "/cases", List.of("/cases"));

    private final Message title;
    private final String address;
    private final List<String> within;

    Room(Message title, String address, List<String> within) {
        this.title = title;
        this.address = address;
        this.within = within;
    }

    public Message title() {
        return title;
    }

    public String address() {
        return address;
    }

    /** The room in which an address lies, the one that says most about it; empty where none does. */
    static Optional<Room> of(String path) {
        return path.equals(TODAY.address)
                ? Optional.of(TODAY)
                : Arrays.stream(values())
                        .filter(room -> room.reach(path) > 0)
                        .reduce((one, other) -> other.reach(path) > one.reach(path) ? other : one);
    }

    private int reach(String path) {
        return within.stream()
                .filter(start -> path.equals(start) || path.startsWith(start + "/"))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }
}
