package org.stillpoint.exchange.sheet;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.stillpoint.words.SheetWords;
import org.stillpoint.words.Speaker;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The elements of a page that is printed; text is only ever set as text, so no name can become markup. */
final class PaperElements {

    /** Headings keep the side of the paper's own language, whatever name they hold. */
    private static final Set<String> HEADINGS = Set.of("h1", "h2");

    private static final String RULES = """
            td[dir=rtl] { text-align: right; }
            .lacking { margin-top: 0.9em; font-size: 0.86em; color: #5C6670; }
            """;

    private final Document page;
    private final PaperLetters letters = new PaperLetters();
    private final DefaultObjectDrawerFactory drawers = new DefaultObjectDrawerFactory();
    private int drawn;

    PaperElements() {
        try {
            page = DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException everyJavaHasOne) {
            throw new IllegalStateException(everyJavaHasOne);
        }
    }

    Document page() {
        return page;
    }

    /** What is drawn on it. */
    DefaultObjectDrawerFactory drawers() {
        return drawers;
    }

    /** Which fonts its texts need beyond the usual one. */
    Set<FallbackFont> fonts() {
        return letters.needed();
    }

    /**
     * Begins the page.
     *
     * @return its body
     */
    Element body(Locale language, String title, String description, String style) {
        Element html = page.createElement("html");
        html.setAttribute("lang", language.toLanguageTag());
        page.appendChild(html);
        Element head = add(html, "head");
        unseen(head, "title", title);
        Element about = add(head, "meta");
        about.setAttribute("name", "description");
        about.setAttribute("content", description);
        unseen(head, "style", style + RULES);
        return add(html, "body");
    }

    /** Ends the page: what no font has is named below everything else. */
    void end(Element body, Locale language) {
        if (!letters.lacking().isEmpty()) {
            Speaker speaker = new Speaker(language, ZoneOffset.UTC);
            add(body, "p", "lacking", speaker.say(new SheetWords.Lacking(PaperLetters.SIGN, letters.lacking())));
        }
    }

    Element add(Element parent, String tag) {
        Element child = page.createElement(tag);
        parent.appendChild(child);
        return child;
    }

    Element add(Element parent, String tag, String look, String text) {
        Element child = add(parent, tag);
        if (!look.isEmpty()) {
            child.setAttribute("class", look);
        }
        if (!text.isEmpty()) {
            child.appendChild(page.createTextNode(letters.shown(text)));
            if (!HEADINGS.contains(tag) && PaperLetters.isRightToLeft(text)) {
                child.setAttribute("dir", "rtl");
            }
        }
        return child;
    }

    /**
     * A picture.
     *
     * @param words for whoever does not see it
     * @param width px, as the height
     */
    void draw(Element parent, String words, double width, double height, FSObjectDrawer drawer) {
        String type = "stillpoint/drawn-" + drawn++; // drawers are found by it
        drawers.registerDrawer(type, drawer);
        Element picture = add(parent, "object");
        picture.setAttribute("type", type);
        picture.setAttribute("alt", words);
        picture.setAttribute("title", words);
        picture.setAttribute(
                "style", String.format(Locale.ROOT, "display:block;width:%.1fpx;height:%.1fpx", width, height));
    }

    /** Text that is no part of the page itself. */
    private void unseen(Element head, String tag, String text) {
        add(head, tag).appendChild(page.createTextNode(PaperLetters.plain(text)));
    }
}
