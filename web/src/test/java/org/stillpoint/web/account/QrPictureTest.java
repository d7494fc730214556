package org.stillpoint.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is drawn is read again by another program (ZXing). */
class QrPictureTest {
    private static final Pattern MODULE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");
    private static final int PIXELS = 4; // a module

    @Test
    void path_ofTheAddressOfALink_isReadBack() throws Exception {
        String address = "https://192.168.178.20:8443/link/" + "aZ9_-".repeat(8) + "abc";
        assertThat(read(QrPicture.of(address))).isEqualTo(address);
    }

    private static String read(QrPicture picture) throws Exception {
        int side = picture.size() * PIXELS;
        byte[] white = new byte[side * side];
        Arrays.fill(white, (byte) 0xff);
        for (MatchResult module : MODULE.matcher(picture.path()).results().toList()) {
            int x = Integer.parseInt(module.group(1)) * PIXELS;
            int y = Integer.parseInt(module.group(2)) * PIXELS;
            for (int row = y; row < y + PIXELS; row++) {
                Arrays.fill(white, row * side + x, row * side + x + PIXELS, (byte) 0);
            }
        }
        LuminanceSource light = new PlanarYUVLuminanceSource(white, side, side, 0, 0, side, side, false);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(light)))
                .getText();
    }
}
