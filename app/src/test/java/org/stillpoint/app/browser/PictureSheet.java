package org.stillpoint.app.browser;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** The pictures of one page side by side: a row for each scheme, one above the other. */
final class PictureSheet {

    private static final int GAP = 8;

    private final List<List<BufferedImage>> rows = new ArrayList<>();

    /** Adds the pictures of one row, from left to right, as files of any common format. */
    void addRow(List<byte[]> pictures) {
        rows.add(pictures.stream().map(PictureSheet::read).toList());
    }

    void writeTo(Path file) throws IOException {
        int width = rows.stream()
                .mapToInt(row -> row.stream()
                        .mapToInt(picture -> picture.getWidth() + GAP)
                        .sum())
                .max()
                .orElseThrow();
        int height = rows.stream().mapToInt(row -> tallest(row) + GAP).sum();
        BufferedImage sheet = new BufferedImage(width + GAP, height + GAP, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = sheet.createGraphics();
        pen.setColor(Color.GRAY);
        pen.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        int y = GAP;
        for (List<BufferedImage> row : rows) {
            int x = GAP;
            for (BufferedImage picture : row) {
                pen.drawImage(picture, x, y, null);
                x += picture.getWidth() + GAP;
            }
            y += tallest(row) + GAP;
        }
        pen.dispose();
        ImageIO.write(sheet, "png", file.toFile());
    }

    private static int tallest(List<BufferedImage> row) {
        return row.stream().mapToInt(BufferedImage::getHeight).max().orElseThrow();
    }

    private static BufferedImage read(byte[] picture) {
        try {
            return ImageIO.read(new ByteArrayInputStream(picture));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
