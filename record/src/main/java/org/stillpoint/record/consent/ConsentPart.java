package org.stillpoint.record.consent;

/**
 * A block as a client reads it.
 *
 * @param text its paragraphs, a line each
 */
public record ConsentPart(ConsentBlock block, String title, String text) {

    public ConsentPart {
        title = title.strip();
        text = text.strip().replaceAll("\r\n?", "\n").replaceAll("\n\\s*\n", "\n");
    }
}
