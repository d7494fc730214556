package org.stillpoint.exchange.sheet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.font.PDFont;

/**
 * Failures of a PDF that a program can find, by the numbers of the Matterhorn Protocol 1.1 (PDF Association, 2021) for PDF/UA-1: 01-005, 01-006
 * (02-001), 06-001 to 06-003, 07-001, 07-002, 09-004 to 09-006 (rows, cells and items where they belong), 11-006, 13-004, 14-003, 31-004 (as every
 * font inside). A paper without one of these is not said to be PDF/UA: the protocol has many more, and for some of them a person has to look.
 */
final class MatterhornChecks {
    private static final Set<String> STANDARD = Set.of(
            "Document",
            "Part",
            "Art",
            "Sect",
            "Div",
            "BlockQuote",
            "Caption",
            "TOC",
            "TOCI",
            "Index",
            "NonStruct",
            "Private",
            "P",
            "H",
            "H1",
            "H2",
            "H3",
            "H4",
            "H5",
            "H6",
            "L",
            "LI",
            "Lbl",
            "LBody",
            "Table",
            "TR",
            "TH",
            "TD",
            "THead",
            "TBody",
            "TFoot",
            "Span",
            "Quote",
            "Note",
            "Reference",
            "BibEntry",
            "Code",
            "Link",
            "Annot",
            "Ruby",
            "Warichu",
            "Figure",
            "Formula",
            "Form");

    private static final Set<String> PAINTS =
            Set.of("Tj", "TJ", "'", "\"", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh", "EI");

    private final PDDocument document;
    private final List<String> failures = new ArrayList<>();
    private int heading;

    private MatterhornChecks(PDDocument document) {
        this.document = document;
    }

    static List<String> failures(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            MatterhornChecks checks = new MatterhornChecks(document);
            checks.check();
            return checks.failures;
        }
    }

    private void check() throws IOException {
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        String metadata = catalog.getMetadata() == null
                ? ""
                : new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8);
        require(!metadata.isEmpty(), "06-001 no metadata");
        require(metadata.contains("pdfuaid"), "06-002 no identifier of PDF/UA in the metadata");
        require(metadata.contains("dc:title"), "06-003 no title in the metadata");
        require(
                catalog.getViewerPreferences() != null
                        && catalog.getViewerPreferences().displayDocTitle(),
                "07-001, 07-002 the window does not show the title");
        require(catalog.getLanguage() != null && !catalog.getLanguage().isBlank(), "11-006 no language");
        PDStructureTreeRoot root = catalog.getStructureTreeRoot();
        require(
                root != null
                        && catalog.getMarkInfo() != null
                        && catalog.getMarkInfo().isMarked(),
                "01 not tagged");
        if (root != null) {
            walk(root.getKids(), "", root);
        }
        for (PDPage page : document.getPages()) {
            marked(page);
            for (COSName name : page.getResources().getFontNames()) {
                PDFont font = page.getResources().getFont(name);
                require(font.isEmbedded(), "31 a font that is not inside: " + font.getName());
            }
        }
    }

    private void require(boolean holds, String failure) {
        if (!holds && !failures.contains(failure)) {
            failures.add(failure);
        }
    }

    /** Everything that is painted is part of the structure, or decoration that says so. */
    private void marked(PDPage page) throws IOException {
        Deque<Boolean> within = new ArrayDeque<>();
        List<Object> operands = new ArrayList<>();
        for (Object token : new PDFStreamParser(page).parse()) {
            if (!(token instanceof Operator operator)) {
                operands.add(token);
                continue;
            }
            switch (operator.getName()) {
                case "BDC", "BMC" -> within.push(tells(operands, page));
                case "EMC" -> within.poll();
                default ->
                    require(
                            !PAINTS.contains(operator.getName()) || within.contains(true),
                            "01-005 painted outside of the structure: " + operator.getName());
            }
            operands.clear();
        }
    }

    private static boolean tells(List<Object> operands, PDPage page) {
        if (operands.getFirst() instanceof COSName tag && tag.getName().equals("Artifact")) {
            return true;
        }
        Object properties = operands.getLast();
        COSBase named =
                properties instanceof COSName name && page.getResources().getProperties(name) != null
                        ? page.getResources().getProperties(name).getCOSObject()
                        : properties instanceof COSBase base ? base : null;
        return named instanceof COSDictionary dictionary && dictionary.containsKey(COSName.MCID);
    }

    private void walk(List<Object> kids, String parent, PDStructureTreeRoot root) {
        for (Object kid : kids) {
            if (kid instanceof PDStructureElement element) {
                Object mapped = root.getRoleMap().getOrDefault(element.getStructureType(), element.getStructureType());
                String type = String.valueOf(mapped);
                require(STANDARD.contains(type), "02-001 no standard type: " + type);
                require(
                        !type.equals("Figure")
                                || element.getAlternateDescription() != null
                                || element.getActualText() != null,
                        "13-004 a picture without words");
                nested(type, parent);
                if (type.matches("H[1-6]")) {
                    int level = type.charAt(1) - '0';
                    require(
                            level <= heading + 1,
                            "14-003 a heading of level " + level + " after one of level " + heading);
                    heading = level;
                }
                walk(element.getKids(), type, root);
            }
        }
    }

    private void nested(String type, String parent) {
        Set<String> allowed =
                switch (type) {
                    case "TR" -> Set.of("Table", "THead", "TBody", "TFoot");
                    case "TD", "TH" -> Set.of("TR");
                    case "THead", "TBody", "TFoot" -> Set.of("Table");
                    case "LI" -> Set.of("L");
                    case "LBody" -> Set.of("LI");
                    default -> Set.of();
                };
        require(allowed.isEmpty() || allowed.contains(parent), "09 " + type + " in " + parent);
    }
}
