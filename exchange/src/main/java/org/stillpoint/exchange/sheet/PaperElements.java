package org.stillpoint.exchange.sheet;

import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The elements of a page that is printed; text is only ever set as text, so no name can become markup. */
final class PaperElements {
    private final Document page;

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
        add(head, "title", "", title);
        Element about = add(head, "meta");
        about.setAttribute("name", "description");
        about.setAttribute("content", description);
        add(head, "style", "", style);
        return add(html, "body");
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
            child.appendChild(page.createTextNode(printable(text)));
        }
        return child;
    }

    /** Line breaks become blanks, and what no printer knows is left out. */
    private static String printable(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}]", "");
    }
}
