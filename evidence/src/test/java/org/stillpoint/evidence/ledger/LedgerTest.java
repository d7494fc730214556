package org.stillpoint.evidence.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stillpoint.evidence.forecast.Forecast;
import org.stillpoint.evidence.ledger.Resolution.ResolvedClaim;
import org.stillpoint.evidence.ledger.Resolution.VoidClaim;

class LedgerTest {

    private static final LocalDate FROM = LocalDate.of(2026, 3, 2);
    private static final Instant SEALED = Instant.parse("2026-03-01T09:00:00Z");
    private static final Instant AFTER = Instant.parse("2026-03-10T09:00:00Z");

    private static Draft draft(String id, String client, Instant sealedAt) {
        Forecast normal = new Forecast.Gaussian(4, 1);
        List<Double> levels = List.of(0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95);
        return new Draft(
                id,
                client,
                new Target("nrs_pain", "mean pain of days 1 to 7", FROM, FROM.plusDays(6), 4, "low", 2, 6),
                new Forecast.Quantiles(
                        levels, levels.stream().map(normal::quantile).toList()),
                0.5,
                Map.of("last value", new Forecast.Gaussian(6, 2), "mean change", new Forecast.Gaussian(5, 2)),
                0.7,
                "model 1",
                SealedClaim.sha256("inputs"),
                sealedAt);
    }

    private static List<SealedClaim> chain(int length) {
        List<SealedClaim> claims = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            claims.add(SealedClaim.sealAfter(
                    claims.isEmpty() ? null : claims.getLast(), draft("c" + i, "client" + i % 7, SEALED)));
        }
        return claims;
    }

    private static Map<LocalDate, Double> days(double... values) {
        Map<LocalDate, Double> days = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            days.put(FROM.plusDays(i), values[i]);
        }
        return days;
    }

    @Test
    void verify_intactChain_findsNothing() {
        assertThat(Chain.verify(chain(5))).isEmpty();
    }

    @Test
    void verify_editedClaim_isFound() {
        List<SealedClaim> claims = chain(5);
        SealedClaim honest = claims.get(2);
        Draft d = honest.draft();
        Draft edited = new Draft(
                d.id(),
                d.client(),
                d.target(),
                d.forecast(),
                0.9,
                d.baselines(),
                d.practitioner(),
                d.model(),
                d.inputs(),
                d.sealedAt());
        claims.set(2, new SealedClaim(honest.number(), edited, honest.previous(), honest.hash()));
        assertThat(Chain.verify(claims))
                .singleElement()
                .satisfies(f -> assertThat(f.number()).isEqualTo(3));
        // Sealing the edited claim anew mends its own hash and breaks the next link.
        claims.set(2, SealedClaim.seal(edited, 3, honest.previous()));
        assertThat(Chain.verify(claims)).singleElement().satisfies(f -> {
            assertThat(f.number()).isEqualTo(4);
            assertThat(f.what()).contains("does not follow");
        });
    }

    @Test
    void verify_claimTakenOutOrMoved_isFound() {
        List<SealedClaim> without = chain(5);
        without.remove(1);
        assertThat(Chain.verify(without)).isNotEmpty();
        List<SealedClaim> moved = chain(5);
        java.util.Collections.swap(moved, 1, 2);
        assertThat(Chain.verify(moved)).isNotEmpty();
    }

    @Test
    void seal_onFirstTargetDay_isRefused() {
        Instant late = Instant.parse("2026-03-02T00:00:00Z");
        assertThatThrownBy(() -> SealedClaim.sealAfter(null, draft("late", "x", late)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not before its first target day");
    }

    @Test
    void canonical_textsThatHoldTheSeparators_stayApart() {
        assertThat(draft("a\"\n\"client\"=\"b", "c", SEALED).canonical())
                .isNotEqualTo(draft("a", "b", SEALED).canonical());
        assertThat(draft("a", "b", SEALED).canonical())
                .isEqualTo(draft("a", "b", SEALED).canonical());
    }

    @Test
    void resolve_enoughEntries_isScored() {
        SealedClaim claim = chain(1).getFirst();
        ResolvedClaim resolved = (ResolvedClaim)
                Resolution.resolve(claim, days(4, 4, 3, 5), AFTER).orElseThrow();
        assertThat(resolved.mean()).isEqualTo(4);
        assertThat(resolved.meaningful()).isTrue();
        assertThat(resolved.brier()).isEqualTo(0.25);
        assertThat(resolved.covered()).isTrue();
        assertThat(resolved.pit()).isCloseTo(0.5, within(1e-9));
        assertThat(resolved.practitionerBrier()).isCloseTo(0.09, within(1e-12));
        assertThat(resolved.baselineCrps()).containsOnlyKeys("last value", "mean change");
    }

    @Test
    void resolve_tooFewEntriesOrTooSoon_isVoidOrOpen() {
        SealedClaim claim = chain(1).getFirst();
        assertThat(Resolution.resolve(claim, days(4, 4, 3), AFTER))
                .get()
                .isInstanceOfSatisfying(
                        VoidClaim.class, v -> assertThat(v.entries()).isEqualTo(3));
        assertThat(Resolution.resolve(claim, days(4, 4, 3, 4, 4), Instant.parse("2026-03-08T23:00:00Z")))
                .isEmpty();
    }

    @Test
    void standing_likelyIsLockedUntilEarned() {
        List<SealedClaim> claims = chain(32);
        List<Resolution> resolutions = new ArrayList<>();
        double[] came = {3.9, 4.2, 3.2, 4.8, 4.1, 5.9, 3.6, 4.4, 2.1, 4.0};
        IntStream.range(0, 29)
                .forEach(i -> resolutions.add(Resolution.resolve(
                                claims.get(i), days(came[i % 10], came[i % 10], came[i % 10], came[i % 10]), AFTER)
                        .orElseThrow()));
        Standing locked = Standing.of(claims, resolutions);
        assertThat(locked.mayLikelyBeSaid()).isFalse();
        assertThat(locked.open()).isEqualTo(3);
        assertThat(locked.words()).startsWith("29 of 30");
        resolutions.add(
                Resolution.resolve(claims.get(29), days(4, 4, 4, 4), AFTER).orElseThrow());
        Standing earned = Standing.of(claims, resolutions);
        assertThat(earned.coverage()).isBetween(0.7, 0.9);
        assertThat(earned.skill().orElseThrow().estimate()).isPositive();
        assertThat(earned.bestBaseline()).contains("mean change");
        assertThat(earned.mayLikelyBeSaid()).isTrue();
        resolutions.add(Resolution.resolve(claims.get(30), days(4), AFTER).orElseThrow());
        assertThat(Standing.of(claims, resolutions).voided()).isEqualTo(1);
    }
}
