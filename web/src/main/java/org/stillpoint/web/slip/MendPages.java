package org.stillpoint.web.slip;

import java.util.List;
import org.stillpoint.record.session.ReleaseSign;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.web.view.SafetyQuestions;
import org.stillpoint.words.PlaceSearch.PlaceFound;

/** The forms in which a name, a safety check and a mark are mended. */
public final class MendPages {
    private MendPages() {}

    /** Name and year of birth. */
    public record MendName(ClientHead head, String version, Form form) {}

    /**
     * A safety check.
     *
     * @param day when it was made, as a person reads it
     * @param used whether a session was started on it
     * @param questions what is asked, and what was found
     */
    public record MendCheck(
            ClientHead head,
            String id,
            String day,
            String version,
            boolean used,
            SafetyQuestions questions,
            Form form) {
        public String action() {
            return head.path() + "/safety-checks/" + id;
        }
    }

    /**
     * A mark.
     *
     * @param words what was marked
     * @param clock minutes and seconds since the start
     * @param kind what there is to choose
     * @param siteName of the site that is chosen; empty where there is none
     * @param view from where it is seen
     * @param ended whether its session has ended, so that words may be dictated to it
     * @param dictated what was dictated to it, the earliest first
     * @param found places that were searched by name, where there are no scripts; empty where none was
     */
    public record MendMark(
            ClientHead head,
            String session,
            String id,
            String version,
            String words,
            String clock,
            MarkChoice kind,
            String siteName,
            String view,
            List<PlaceFound> found,
            boolean ended,
            List<String> dictated,
            Form form) {

        /** Whether a place on the body is chosen here. */
        public boolean picksASite() {
            return kind == MarkChoice.SITE || kind == MarkChoice.SITE_AND_EXTENT;
        }

        public String action() {
            return head.path() + "/sessions/" + session + "/marks/" + id;
        }

        public ReleaseSign[] signs() {
            return ReleaseSign.values();
        }
    }

    /** What there is to choose in a mark. */
    public enum MarkChoice {
        NOTHING,
        SITE,
        SITE_AND_EXTENT,
        SIGN,
        SCORE
    }
}
