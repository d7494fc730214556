package org.stillpoint.exchange.fhir.take;

import ca.uhn.fhir.parser.LenientErrorHandler;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads leniently, and lists what R4 does not have: a real file is not refused for one element, nor is anything lost unseen. */
final class DroppedElements extends LenientErrorHandler {
    /** Own choice, 2026: enough to see what kind of file it is. */
    private static final int MOST = 100;

    private final Set<String> dropped;

    DroppedElements(Set<String> dropped) {
        super(false);
        this.dropped = dropped;
    }

    private void drop(@Nullable IParseLocation where, String element) {
        String parent = where == null ? "" : where.getParentElementName();
        if (dropped.size() < MOST) {
            dropped.add(parent == null || parent.isEmpty() ? element : parent + "." + element);
        }
    }

    @Override
    public void unknownElement(@Nullable IParseLocation where, String element) {
        drop(where, element);
    }

    @Override
    public void unknownAttribute(@Nullable IParseLocation where, String attribute) {
        drop(where, attribute);
    }

    @Override
    public void unexpectedRepeatingElement(@Nullable IParseLocation where, String element) {
        drop(where, element);
    }

    @Override
    public void unknownReference(@Nullable IParseLocation where, String reference) {
        // a file may point to what is not in it
    }
}
