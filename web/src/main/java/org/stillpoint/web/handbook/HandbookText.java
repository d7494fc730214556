package org.stillpoint.web.handbook;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import org.stillpoint.words.TypedWords;

/**
 * One part of the handbook in one language. What is written as HTML in the Markdown is shown as it is written, and never run.
 *
 * @param title the first heading
 * @param html everything below it
 * @param sections in their order
 */
record HandbookText(String title, String html, List<HandbookSection> sections) {

    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
    private static final TextContentRenderer PLAIN =
            TextContentRenderer.builder().extensions(TABLES).build();

    /**
     * @param hasPicture whether the picture with this name lies there; one that does not is left out
     * @param addressOf where it is fetched from
     */
    static HandbookText of(String markdown, Predicate<String> hasPicture, Function<String, String> addressOf) {
        Node document = PARSER.parse(markdown);
        pictures(document, hasPicture, addressOf);
        if (!(document.getFirstChild() instanceof Heading title) || title.getLevel() != 1) {
            throw new IllegalArgumentException("a part of the handbook begins with its title");
        }
        title.unlink();
        List<HandbookSection> sections = new ArrayList<>();
        Map<Node, String> anchors = new IdentityHashMap<>();
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading) {
                HandbookSection section = section(heading);
                anchors.put(heading, section.anchor());
                sections.add(section);
            }
        }
        HtmlRenderer renderer = HtmlRenderer.builder()
                .extensions(TABLES)
                .escapeHtml(true)
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    String anchor = anchors.get(node);
                    if (anchor != null) {
                        attributes.put("id", anchor);
                    }
                    if (tag.equals("pre")) {
                        attributes.put("tabindex", "0"); // it scrolls within itself
                    }
                })
                .build();
        return new HandbookText(plain(title), scrolling(renderer.render(document)), List.copyOf(sections));
    }

    /** What is written as HTML was made harmless before: these are the tables of the Markdown itself. */
    private static String scrolling(String html) {
        return html.replace("<table>", "<div class=\"scroll\" tabindex=\"0\"><table>")
                .replace("</table>", "</table></div>");
    }

    private static void pictures(Node document, Predicate<String> hasPicture, Function<String, String> addressOf) {
        List<Image> images = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Image image) {
                images.add(image);
            }
        });
        for (Image image : images) {
            if (hasPicture.test(image.getDestination())) {
                image.setDestination(addressOf.apply(image.getDestination()));
            } else {
                Node around = image.getParent();
                image.unlink();
                if (around != null && around.getFirstChild() == null) {
                    around.unlink();
                }
            }
        }
    }

    private static HandbookSection section(Heading heading) {
        StringBuilder text = new StringBuilder();
        for (Node node = heading.getNext(); node != null && !(node instanceof Heading); node = node.getNext()) {
            text.append(plain(node)).append('\n');
        }
        return new HandbookSection(anchor(plain(heading)), plain(heading), heading.getLevel(), text.toString());
    }

    /** The words of a heading as an id: small letters without accents, a hyphen between. */
    static String anchor(String heading) {
        return String.join("-", TypedWords.of(heading).words());
    }

    private static String plain(Node node) {
        return PLAIN.render(node).strip();
    }
}
