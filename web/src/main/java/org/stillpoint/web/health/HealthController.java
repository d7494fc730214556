package org.stillpoint.web.health;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.stillpoint.web.WebSettings;

/** Health and figures (Prometheus text format 0.0.4), for programs on this machine; to everybody else there is nothing here. */
@RestController
class HealthController {

    /** Bytes; a practice writes some MB a year, a backup takes as much as the record. Own choice, 2026. */
    static final long LEAST_FREE = 200_000_000;

    private static final MediaType FIGURES = MediaType.parseMediaType("text/plain;version=0.0.4;charset=UTF-8");
    private static final double MILLISECONDS = 1_000.0;

    private final Vitals vitals;
    private final AnsweredRequests answered;
    private final WebSettings settings;
    private final Clock clock;

    HealthController(Vitals vitals, AnsweredRequests answered, WebSettings settings, Clock clock) {
        this.vitals = vitals;
        this.answered = answered;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What is said of it.
     *
     * @param good whether nobody need look
     * @param database whether it answers
     * @param whole whether all is there that was
     * @param freeBytes on the disk; negative where that cannot be told
     * @param lastBackup when one was last found whole
     * @param clock now
     * @param clockGoesOn whether it stands after the last backup
     */
    record Health(
            boolean good,
            boolean database,
            boolean whole,
            long freeBytes,
            @Nullable Instant lastBackup,
            Instant clock,
            boolean clockGoesOn) {}

    @GetMapping("/health")
    ResponseEntity<Health> health(HttpServletRequest request) {
        if (!isOfThisMachine(request)) {
            return ResponseEntity.notFound().build();
        }
        Health now = now();
        return ResponseEntity.status(now.good() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .body(now);
    }

    private Health now() {
        Vitals.VitalSigns found = vitals.look();
        Instant now = clock.instant();
        boolean goesOn = found.lastBackup().filter(now::isBefore).isEmpty();
        boolean room = found.freeBytes() < 0 || found.freeBytes() >= LEAST_FREE;
        return new Health(
                found.database() && found.whole() && room && goesOn,
                found.database(),
                found.whole(),
                found.freeBytes(),
                found.lastBackup().orElse(null),
                now,
                goesOn);
    }

    @GetMapping("/metrics")
    ResponseEntity<String> figures(HttpServletRequest request) {
        if (!isOfThisMachine(request)) {
            return ResponseEntity.notFound().build();
        }
        Health now = now();
        StringBuilder text = new StringBuilder();
        for (int hundred = 1; hundred <= 5; hundred++) {
            line(text, "stillpoint_requests_total{status=\"" + hundred + "xx\"}", answered.withStatus(hundred));
        }
        List<Long> within = answered.within();
        for (int of = 0; of < within.size(); of++) {
            String end = of < AnsweredRequests.CLASSES.size()
                    ? String.valueOf(AnsweredRequests.CLASSES.get(of) / MILLISECONDS)
                    : "+Inf";
            line(text, "stillpoint_request_seconds_bucket{le=\"" + end + "\"}", within.get(of));
        }
        line(text, "stillpoint_request_seconds_sum", answered.seconds());
        line(text, "stillpoint_request_seconds_count", within.getLast());
        line(text, "stillpoint_good", now.good() ? 1 : 0);
        line(text, "stillpoint_database_answers", now.database() ? 1 : 0);
        line(text, "stillpoint_disk_free_bytes", now.freeBytes());
        Optional.ofNullable(now.lastBackup())
                .ifPresent(at -> line(text, "stillpoint_last_backup_seconds", at.getEpochSecond()));
        Runtime machine = Runtime.getRuntime();
        line(text, "stillpoint_memory_used_bytes", machine.totalMemory() - machine.freeMemory());
        line(text, "stillpoint_memory_most_bytes", machine.maxMemory());
        return ResponseEntity.ok().contentType(FIGURES).body(text.toString());
    }

    private static void line(StringBuilder text, String name, Number value) {
        text.append(name).append(' ');
        text.append(value instanceof Double ? String.format(Locale.ROOT, "%.6f", value.doubleValue()) : value);
        text.append('\n');
    }

    /** Whoever comes by the proxy is on another machine, whatever address it has; a proxy that asks by itself is told. */
    private boolean isOfThisMachine(HttpServletRequest request) {
        try {
            return (InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
                            || settings.way().proxyAddresses().contains(request.getRemoteAddr()))
                    && request.getHeader("X-Forwarded-For") == null
                    && !settings.way()
                            .proxy()
                            .equals(Optional.of(request.getServerName().toLowerCase(Locale.ROOT)));
        } catch (UnknownHostException none) {
            return false;
        }
    }
}
