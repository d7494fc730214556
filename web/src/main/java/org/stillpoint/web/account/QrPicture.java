package org.stillpoint.web.account;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code to be drawn as one path.
 *
 * @param size of its side with the quiet zone, modules
 * @param path of all dark modules
 */
public record QrPicture(int size, String path) {

    private static final int QUIET = 4; // modules; ISO/IEC 18004

    public static QrPicture of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return new QrPicture(code.size + 2 * QUIET, path.toString());
    }
}
