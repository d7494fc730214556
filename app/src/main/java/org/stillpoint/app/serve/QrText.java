package org.stillpoint.app.serve;

import io.nayuki.qrcodegen.QrCode;

/** A QR code of half blocks, for a terminal: what a tablet's camera reads and nobody has to type. */
final class QrText {

    private static final int MARGIN = 2; // modules; ISO/IEC 18004 asks for four, cameras are content with two
    private static final String INDENT = " ".repeat(22);

    private QrText() {}

    /** Light modules are drawn: most terminals are dark. */
    static String of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.LOW);
        StringBuilder drawn = new StringBuilder();
        for (int y = -MARGIN; y < code.size + MARGIN; y += 2) {
            drawn.append(INDENT);
            for (int x = -MARGIN; x < code.size + MARGIN; x++) {
                boolean upper = !code.getModule(x, y);
                boolean lower = !code.getModule(x, y + 1);
                drawn.append(upper && lower ? '\u2588' : upper ? '\u2580' : lower ? '\u2584' : ' ');
            }
            drawn.append(System.lineSeparator());
        }
        return drawn.toString();
    }
}
