package org.stillpoint.web.supervision;

import java.util.List;
import org.stillpoint.words.Message;

/** The cases that were handed to the reader. */
public record CasesPage(List<CaseLink> cases) {

    /** One of them. */
    public record CaseLink(String id, Message name, Message until) {}
}
