package org.stillpoint.web.life;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.words.Message;

/**
 * The life player.
 *
 * @param head whose life it is, or null for a teaching example
 * @param title the name of the example
 * @param examples the teaching examples to choose from
 * @param rows what happens, the earliest first
 * @param course address of the course
 * @param story ages and rows as JSON, for the script
 * @param own what is known of how this person lets go, adapts and hurts; empty for an example
 * @param notes what the reader must know of how this life was put together
 */
public record LifePage(
        @Nullable ClientHead head,
        String title,
        List<ExampleLink> examples,
        List<LifeRow> rows,
        String course,
        String story,
        List<Message> own,
        List<Message> notes) {

    /** A teaching example and its page. */
    public record ExampleLink(String title, String address, boolean chosen) {}

    /**
     * A row of the story.
     *
     * @param kind {@code event}, {@code arousal} or {@code release}
     * @param places codes of regions and ids of muscles, blank-separated
     */
    public record LifeRow(String id, String kind, double age, String title, String when, String detail, String places) {
        public boolean release() {
            return kind.equals("release");
        }
    }
}
