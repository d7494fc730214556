package org.stillpoint.web.calendar;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.util.Timeout;
import org.springframework.stereotype.Component;
import org.stillpoint.exchange.calendar.ReadCalendar;
import org.stillpoint.words.ElsewhereWords;

/**
 * Fetches a calendar from its address, and reaches nothing but the open internet by it: each name is resolved here, refused where one of its
 * addresses is not public, and connected to at what was resolved; so again at each redirect.
 */
@Component
final class FetchCalendar {
    /** practice.md: in all. */
    private static final Duration LONGEST = Duration.ofSeconds(5);
    /** Own choice, 2026: what published calendars need. */
    private static final int MOST_REDIRECTS = 3;

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int OK = 200;

    /** What came of it. */
    sealed interface FetchAnswer {
        /** @param name of the machine that it came from */
        record Fetched(String name, byte[] bytes) implements FetchAnswer {}

        record NotFetched(ElsewhereWords why) implements FetchAnswer {}
    }

    /** A name that leads where nothing is fetched from. */
    private static final class NotPublic extends UnknownHostException {
        private static final long serialVersionUID = 1L;
    }

    /** More stands there than is read. */
    private static final class FetchedTooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private final DnsResolver resolver;
    private final Predicate<InetAddress> allowed;
    private final Set<String> schemes;
    private final Duration longest;

    FetchCalendar() {
        this(SystemDefaultDnsResolver.INSTANCE, PublicAddress::is, Set.of("https"), LONGEST);
    }

    FetchCalendar(DnsResolver resolver, Predicate<InetAddress> allowed, Set<String> schemes, Duration longest) {
        this.resolver = resolver;
        this.allowed = allowed;
        this.schemes = schemes;
        this.longest = longest;
    }

    /** @param address as it was typed; {@code webcal:} is read as {@code https:} */
    FetchAnswer fetch(String address) {
        AtomicReference<Optional<HttpGet>> running = new AtomicReference<>(Optional.empty());
        ExecutorService alone = Executors.newVirtualThreadPerTaskExecutor();
        try {
            Future<FetchAnswer> answer = alone.submit(() -> follow(address.strip(), running));
            return answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            running.get().ifPresent(HttpGet::abort);
            return new FetchAnswer.NotFetched(ElsewhereWords.TOO_SLOW);
        } catch (ExecutionException failed) {
            return new FetchAnswer.NotFetched(ElsewhereWords.NOT_REACHED);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new FetchAnswer.NotFetched(ElsewhereWords.NOT_REACHED);
        } finally {
            alone.shutdownNow();
        }
    }

    private FetchAnswer follow(String address, AtomicReference<Optional<HttpGet>> running) {
        String plain = address.regionMatches(true, 0, "webcal:", 0, 7) ? "https:" + address.substring(7) : address;
        try (CloseableHttpClient client = client()) {
            URI next = new URI(plain);
            for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
                if (!isAsked(next)) {
                    return new FetchAnswer.NotFetched(ElsewhereWords.NOT_HTTPS);
                }
                HttpGet get = new HttpGet(next);
                get.setHeader("Accept", "text/calendar");
                running.set(Optional.of(get));
                URI asked = next;
                FetchStep step = client.execute(get, response -> step(get, asked, response));
                if (step.answer().isPresent()) {
                    return step.answer().get();
                }
                next = step.next();
            }
            return new FetchAnswer.NotFetched(ElsewhereWords.NOT_REACHED);
        } catch (NotPublic inside) {
            return new FetchAnswer.NotFetched(ElsewhereWords.NOT_PUBLIC);
        } catch (FetchedTooLarge more) {
            return new FetchAnswer.NotFetched(ElsewhereWords.FETCHED_TOO_LARGE);
        } catch (URISyntaxException none) {
            return new FetchAnswer.NotFetched(ElsewhereWords.NOT_HTTPS);
        } catch (IOException failed) {
            return new FetchAnswer.NotFetched(ElsewhereWords.NOT_REACHED);
        }
    }

    private boolean isAsked(URI address) {
        return address.getScheme() != null
                && schemes.contains(address.getScheme().toLowerCase(Locale.ROOT))
                && address.getHost() != null
                && address.getUserInfo() == null;
    }

    /** Where an answer leads on, or what it holds. */
    private record FetchStep(URI next, Optional<FetchAnswer> answer) {}

    private static FetchStep step(HttpGet get, URI asked, ClassicHttpResponse response) throws IOException {
        Header location = response.getFirstHeader("Location");
        if (REDIRECTS.contains(response.getCode()) && location != null) {
            try {
                return new FetchStep(asked.resolve(new URI(location.getValue())), Optional.empty());
            } catch (URISyntaxException nowhere) {
                return new FetchStep(asked, Optional.of(new FetchAnswer.NotFetched(ElsewhereWords.NOT_REACHED)));
            }
        }
        HttpEntity entity = response.getEntity();
        if (response.getCode() != OK || entity == null) {
            return new FetchStep(asked, Optional.of(new FetchAnswer.NotFetched(ElsewhereWords.NOT_REACHED)));
        }
        byte[] bytes = entity.getContent().readNBytes(ReadCalendar.MOST_BYTES + 1);
        if (bytes.length > ReadCalendar.MOST_BYTES) {
            get.abort(); // what is left of it is not waited for
            throw new FetchedTooLarge();
        }
        return new FetchStep(asked, Optional.of(new FetchAnswer.Fetched(asked.getHost(), bytes)));
    }

    private CloseableHttpClient client() {
        Timeout each = Timeout.of(longest);
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new Guarded())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(each)
                                .setSocketTimeout(each)
                                .build())
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(each).build())
                .disableRedirectHandling()
                .disableContentCompression()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    /** Tells no address that is not public; the connection is made to what it tells. */
    private final class Guarded implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            InetAddress[] all = resolver.resolve(host);
            for (InetAddress each : all) {
                if (!allowed.test(each)) {
                    throw new NotPublic();
                }
            }
            return all;
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
