package org.stillpoint.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a template says by itself: letters between its tags, in attributes that people read or hear, and in the text that its
 * expressions choose from. It knows as much of a template's language as is needed for that: expressions, calls of other
 * templates with content inside, and control structures.
 */
final class TemplateText {

    /** Attributes that reach people: seen, or spoken by a screen reader. */
    private static final Set<String> SPOKEN = Set.of(
            "aria-label",
            "aria-valuetext",
            "aria-description",
            "aria-roledescription",
            "title",
            "placeholder",
            "alt",
            "label",
            "data-label",
            "summary");

    private static final Pattern HEADER = Pattern.compile("(?m)^(?:@(?:import|param)\\b.*|!\\{var [^\"]*\\})$");
    private static final Pattern CALL = Pattern.compile("@(template\\.\\w+|if|elseif|for)\\(");
    private static final Pattern WORD = Pattern.compile("@(?:else|endif|endfor)");
    private static final Pattern MARKUP =
            Pattern.compile("(?s)<(script|style)\\b.*?</\\1>|<(?:[^>\"]|\"[^\"]*\")*>|[^<]+");
    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w-]+)=\"([^\"]*)\"");
    private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}{2,}");
    private static final Pattern ENTITY = Pattern.compile("&#?\\w+;");

    /** Stands for an expression in the markup; its number follows. */
    private static final char EXPRESSION = '\uE000';

    private static final int FIRST_NUMBER = 0xE001;

    private final String template;
    private final StringBuilder markup = new StringBuilder();
    private final List<String> expressions = new ArrayList<>();

    private TemplateText(String template) {
        this.template = HEADER.matcher(template).replaceAll("");
    }

    /** Every text that the template holds itself, as it stands there. */
    static List<String> of(String template) {
        TemplateText text = new TemplateText(template);
        text.takeApart();
        return text.said();
    }

    private void takeApart() {
        int at = 0;
        Matcher call = CALL.matcher(template);
        Matcher word = WORD.matcher(template);
        while (at < template.length()) {
            if (template.startsWith("${", at) || template.startsWith("$unsafe{", at)) {
                int end = closing(template.indexOf('{', at), '{', '}');
                markup.append(EXPRESSION).append((char) (FIRST_NUMBER + expressions.size()));
                expressions.add(template.substring(at, end + 1));
                at = end + 1;
            } else if (call.region(at, template.length()).lookingAt()) {
                int open = call.end() - 1;
                int end = closing(open, '(', ')');
                int content = template.indexOf("@`", open);
                boolean goesInside = call.group(1).startsWith("template") && content >= 0 && content < end;
                at = goesInside ? content + 2 : end + 1;
            } else if (template.startsWith("`)", at)) {
                at += 2;
            } else if (word.region(at, template.length()).lookingAt()) {
                at = word.end();
            } else {
                markup.append(template.charAt(at++));
            }
        }
    }

    /** Where the bracket that opens here is closed; brackets inside text in quotation marks do not count. */
    private int closing(int open, char opens, char closes) {
        int depth = 0;
        boolean quoted = false;
        for (int i = open; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == opens) {
                depth++;
            } else if (!quoted && c == closes && --depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("nothing closes " + opens + " at " + open);
    }

    private List<String> said() {
        List<String> said = new ArrayList<>();
        MARKUP.matcher(markup).results().forEach(part -> {
            String piece = part.group();
            if (piece.startsWith("<")) {
                if (part.group(1) == null) {
                    ATTRIBUTE.matcher(piece).results().forEach(attribute -> {
                        if (SPOKEN.contains(attribute.group(1))) {
                            check(attribute.group(2), said);
                        }
                    });
                }
            } else {
                check(piece, said);
            }
        });
        return said;
    }

    private void check(String text, List<String> said) {
        if (LETTERS.matcher(ENTITY.matcher(text).replaceAll("")).find()) {
            said.add(text.strip());
        }
        for (int i = 0; i < text.length() - 1; i++) {
            if (text.charAt(i) == EXPRESSION) {
                String expression = expressions.get(text.charAt(i + 1) - FIRST_NUMBER);
                if (saysSomething(expression)) {
                    said.add(expression);
                }
            }
        }
    }

    /** Text in quotation marks that is no argument of a call, such as a field's name, is a text to choose from. */
    private static boolean saysSomething(String expression) {
        return STRING.matcher(expression)
                .results()
                .anyMatch(found -> LETTERS.matcher(found.group(1)).find()
                        && !(expression.charAt(found.start() - 1) == '(' && expression.charAt(found.end()) == ')'));
    }
}
