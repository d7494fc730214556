package org.stillpoint.app.browser;

import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import javax.imageio.ImageIO;

/** What a page shows, pixel by pixel; pixels are x and y in the window. */
final class Painting {

    private static final double STANDS_OUT = 3;
    private static final double UNSEEN = 100;

    private final BufferedImage image;

    private Painting(BufferedImage image) {
        this.image = image;
    }

    static Painting of(Page page) {
        try {
            return new Painting(ImageIO.read(new ByteArrayInputStream(page.screenshot())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The pixels of a square.
     *
     * @param middle x and y
     * @param reach how far its sides are from there
     */
    Part around(List<Integer> middle, int reach) {
        List<int[]> pixels = new ArrayList<>();
        for (int x = middle.get(0) - reach; x <= middle.get(0) + reach; x++) {
            for (int y = middle.get(1) - reach; y <= middle.get(1) + reach; y++) {
                pixels.add(new int[] {x, y});
            }
        }
        return new Part(pixels);
    }

    /** Some pixels of this painting. */
    final class Part {

        private final List<int[]> pixels;

        private Part(List<int[]> pixels) {
            this.pixels = pixels;
        }

        /** Of the pixels that another painting has otherwise, the share whose contrast with it is 3:1 or more, 0 to 1. */
        double thatStandOut(Painting ground) {
            List<int[]> painted = pixels.stream()
                    .filter(xy -> distance(colour(xy), ground.colour(xy)) > UNSEEN)
                    .toList();
            return share(painted, xy -> contrast(colour(xy), ground.colour(xy)) >= STANDS_OUT);
        }

        /** The share of pixels that are nearer to a colour (0xRRGGBB) than to any other of a list, 0 to 1. */
        double nearestTo(int wanted, List<Integer> among) {
            return share(
                    pixels,
                    xy -> wanted
                            == among.stream()
                                    .min(Comparator.comparingDouble(each -> distance(each, colour(xy))))
                                    .orElseThrow());
        }
    }

    private int colour(int[] xy) {
        return image.getRGB(xy[0], xy[1]) & 0xFFFFFF;
    }

    private static double share(List<int[]> pixels, Predicate<int[]> test) {
        return pixels.isEmpty() ? 0 : (double) pixels.stream().filter(test).count() / pixels.size();
    }

    /** Between two colours, squared, in steps of 255. */
    private static double distance(int one, int other) {
        double sum = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            sum += Math.pow((one >> shift & 255) - (other >> shift & 255), 2);
        }
        return sum;
    }

    private static double contrast(int one, int other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** Relative luminance, WCAG 2.2, "relative luminance". */
    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16 & 255) + 0.7152 * linear(colour >> 8 & 255) + 0.0722 * linear(colour & 255);
    }

    private static double linear(int value) {
        double channel = value / 255.0;
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
