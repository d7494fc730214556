package org.stillpoint.exchange.sheet;

import java.util.Locale;

/** How the page looks: the paper, ink and type of the pages on screen. */
final class SheetStyle {

    private static final String RULES = """
            @page { size: A4; margin: 13mm 15mm 11mm 15mm; }
            body { margin: 0; font-family: 'Source Sans 3'; font-size: %1$.2fpt; line-height: 1.32; color: #22262B; }
            p, h1, h2, table { margin: 0; padding: 0; }
            h1 { font-size: 1.5em; font-weight: 600; line-height: 1.2; word-wrap: break-word; }
            h2 { font-size: 1.08em; font-weight: 600; color: #0F6B6B; margin-bottom: 0.25em; }
            .top { border-bottom: 1px solid #E2DDD3; padding-bottom: 0.5em; margin-bottom: 0.7em; }
            .made { float: right; color: #5C6670; padding: 0.4em 0 0 1em; }
            .made-up { font-size: 0.6em; font-weight: 400; color: #7A4F0B; }
            .sentence { font-size: 1.35em; line-height: 1.25; margin-bottom: 0.35em; }
            .part { margin-top: 0.8em; }
            .columns { display: table; width: 100%%; table-layout: fixed; }
            .row { display: table-row; }
            .left, .right { display: table-cell; vertical-align: top; }
            .left { width: 44%%; padding-right: 1.6em; }
            .entry { margin-bottom: 0.3em; word-wrap: break-word; }
            table { width: 100%%; border-collapse: collapse; }
            th, td { text-align: left; vertical-align: top; padding: 0.16em 0.8em 0.16em 0; border-bottom: 0.5px solid #E2DDD3; font-weight: 400; }
            thead th { color: #5C6670; font-size: 0.88em; }
            th.name, strong { font-weight: 600; }
            th.name { width: 24%%; }
            td.value { width: 26%%; }
            td.verdict { width: 15%%; }
            .signing { margin-top: 0.8em; page-break-inside: avoid; }
            .small { font-size: 0.86em; color: #5C6670; }
            .unknown { margin-top: 0.9em; padding: 0.6em 0.9em 0.7em 0.9em; background: #F3EFE8; }
            """;

    private SheetStyle() {}

    /** @param size of the letters, points */
    static String of(double size) {
        return String.format(Locale.ROOT, RULES, size) + PaperChart.RULES;
    }
}
