package org.stillpoint.anatomy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * No figure of the arm that the tables held until November 2026 is in them any more. What stood there is kept as digests only
 * ({@code arm/retired.txt}: the first 16 digits of SHA-256 over what {@link #figures} writes of a figure), since the figures
 * themselves are what must not be kept: force, fibre and tendon of the 16 muscles, their points, the ends of latissimus
 * dorsi and serratus anterior, and the places of bones and joints from the clavicle to the hand. One digest is of a force that no
 * muscle ever had, so that the test can be seen to find one.
 */
class RetiredArmTest {

    private static final String NEVER_THERE = "98765.43";

    private static Set<String> retired() throws IOException {
        try (InputStream in = Objects.requireNonNull(RetiredArmTest.class.getResourceAsStream("arm/retired.txt"))) {
            return Set.copyOf(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        }
    }

    private static String digest(String figure) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(figure.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String place(Point p) {
        return "place %.4f %.4f %.4f".formatted(p.x() + 0.0, p.y() + 0.0, Math.abs(p.z()));
    }

    /**
     * Every place of the body, and forces and lengths of the arm's lines, on both sides, as they are digested: 0.1 mm of a place, 0.01
     * N, 0.01 mm of a length. Round lengths recur in the legs, so that they are asked of the arm alone; pennation is left out, for
     * both models give whole degrees, and three of them are the same.
     */
    private static Set<String> figures(Atlas atlas) {
        Set<String> figures = new TreeSet<>();
        for (MuscleLine line : atlas.lines().list()) {
            String source = line.citation().source();
            if (source.contains("tsm2019") || source.contains("das3")) {
                figures.add("force %.2f".formatted(line.maxForceN()));
                figures.add("fibre %.5f".formatted(line.fibreLengthM()));
                figures.add("tendon %.5f".formatted(line.tendonLengthM()));
            }
            line.points().forEach(p -> figures.add(place(p.position())));
        }
        atlas.joints().list().forEach(j -> figures.add(place(j.centre())));
        for (Segment b : atlas.bodies().list()) {
            List.of(b.centreOfMass(), b.proximal(), b.distal()).forEach(p -> figures.add(place(p)));
        }
        return figures;
    }

    private static List<String> found(Atlas atlas) throws IOException {
        Set<String> retired = retired();
        return figures(atlas).stream().filter(f -> retired.contains(digest(f))).toList();
    }

    @Test
    void figures_ofTheArmThatWas_areNowhereInTheTables() throws IOException {
        assertThat(retired()).hasSize(169 + 1);
        assertThat(found(Atlas.standard())).isEmpty();
    }

    @Test
    void aRetiredFigure_putIntoTheTables_isFound() throws IOException {
        String muscles = Objects.requireNonNull(AtlasTables.standard().texts().get(AtlasTables.MUSCLES));
        String force = "%.3f"
                .formatted(
                        Atlas.standard().lines().get("deltoid_acromial_right").maxForceN());
        assertThat(muscles).contains("," + force + ",");
        Atlas planted = Atlas.of(AtlasTables.standard()
                .with(AtlasTables.MUSCLES, muscles.replace("," + force + ",", "," + NEVER_THERE + ",")));
        assertThat(found(planted)).containsExactly("force " + NEVER_THERE);
    }
}
