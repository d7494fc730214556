package org.stillpoint.web.touch;

import java.util.Optional;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.words.Message;

/**
 * Where touch is welcome.
 *
 * @param saidBy when it was said last, where it was the client's own hand
 * @param said what has to be said first
 */
public record TouchPage(ClientHead head, AskedTouch asked, Optional<Message> saidBy, Optional<Message> said) {}
