package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;

/** Who gets in, and what every answer says to the browser: asked over the wire of a running program. */
@ExtendWith(PracticeExtension.class)
class DoorTest {

    /** What anyone may reach of what controllers answer: the way in; and what programs on this machine may. */
    private static final List<String> OPEN = List.of(
            "/sign-in",
            "/first-start",
            "/invitation/",
            "/link/",
            "/mail-off/",
            "/calendar/",
            "/guide/",
            "/fhir",
            "/health",
            "/metrics");

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final RunningPractice practice;

    DoorTest(RunningPractice practice) {
        this.practice = practice;
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(practice.address() + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder form(String path, String body) {
        return to(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    /** Every address that a controller answers, as the classes themselves say. */
    private static Stream<String> addresses() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.stillpoint.web")
                        .stream()
                        .map(JavaClass::getMethods)
                        .flatMap(methods -> methods.stream())
                        .flatMap(DoorTest::addresses)
                        .map(address -> address.replaceAll("\\{[^}]*}", "00000000-0000-4000-8000-000000000000"));
    }

    private static Stream<String> addresses(JavaMethod method) {
        List<String> found = new ArrayList<>();
        method.tryGetAnnotationOfType(GetMapping.class)
                .ifPresent(get -> Stream.of(get.value(), get.path())
                        .flatMap(Stream::of)
                        .map(path -> "GET " + path)
                        .forEach(found::add));
        method.tryGetAnnotationOfType(PostMapping.class)
                .ifPresent(post -> Stream.of(post.value(), post.path())
                        .flatMap(Stream::of)
                        .map(path -> "POST " + path)
                        .forEach(found::add));
        assertThat(method.isAnnotatedWith(PutMapping.class) || method.isAnnotatedWith(DeleteMapping.class))
                .as("%s answers a method that this test does not know", method.getFullName())
                .isFalse();
        return found.stream();
    }

    /** A live session goes on asking after its sign-in has ended; a cookie for it would replace that of the sign-in page beside it. */
    @Test
    void scriptOfNobody_isToldSo_andGivenNoSession() throws Exception {
        for (HttpRequest.Builder asked : List.of(
                to("/sessions/00000000-0000-4000-8000-000000000000/marks").POST(BodyPublishers.ofString("{}")),
                to("/body/anatomy.json"))) {
            HttpResponse<String> answer = send(asked.header("Accept", "application/json")
                    .header("Content-Type", "application/json")
                    .header("Cookie", "stillpoint-00000000=of-yesterday")
                    .header("X-CSRF-TOKEN", "of-yesterday"));
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void everyPage_withoutSigningIn_leadsToTheDoor() throws Exception {
        List<String> all = addresses().toList();
        assertThat(all).hasSizeGreaterThan(30);
        List<String> open = new ArrayList<>();
        for (String address : all) {
            String path = address.substring(address.indexOf(' ') + 1);
            if (OPEN.stream().anyMatch(path::startsWith)) {
                continue;
            }
            HttpResponse<String> answer = address.startsWith("GET") ? send(to(path)) : send(form(path, "name=x"));
            boolean led = answer.statusCode() == 302
                    && answer.headers().firstValue("Location").orElse("").endsWith("/sign-in");
            boolean refused = answer.statusCode() == 403;
            if (!led && !refused) {
                open.add(address + " " + answer.statusCode());
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void answer_ofAnyKind_carriesTheHeadersAndNoName() throws Exception {
        for (String path : List.of("/sign-in", "/", "/style/base.css", "/no-such-page")) {
            HttpResponse<String> answer = send(to(path));
            Map<String, List<String>> headers = answer.headers().map();
            assertThat(answer.headers().firstValue("content-security-policy").orElse(""))
                    .as(path)
                    .startsWith("default-src 'none'; script-src 'self' 'nonce-")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe", "data:", "blob:");
            assertThat(headers.get("x-content-type-options")).containsExactly("nosniff");
            assertThat(headers.get("x-frame-options")).containsExactly("DENY");
            assertThat(headers.get("referrer-policy")).containsExactly("no-referrer");
            assertThat(headers.get("cross-origin-opener-policy")).containsExactly("same-origin");
            assertThat(answer.headers().firstValue("permissions-policy").orElse(""))
                    .contains("camera=()");
            assertThat(headers).doesNotContainKeys("server", "x-powered-by");
        }
        HttpResponse<String> door = send(to("/sign-in"));
        assertThat(door.headers().firstValue("cache-control").orElse("")).contains("no-store");
        assertThat(door.headers().allValues("set-cookie"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict"));
    }

    @Test
    void write_withoutItsToken_isForbidden() throws Exception {
        HttpResponse<String> answer = send(form("/sign-in", "name=demo&password=demo"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("org.s");
    }

    @Test
    void script_thatIsNotSignedIn_hearsSo() throws Exception {
        assertThat(send(to("/clients/00000000-0000-4000-8000-000000000000/trace")
                                .header("Accept", "application/json"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void body_thatIsTooLargeOrHasNoLength_isRefusedUnread() throws Exception {
        assertThat(send(form("/sign-in", "x".repeat(256 * 1024 + 1))).statusCode())
                .isEqualTo(413);
        HttpRequest.Builder endless =
                to("/sign-in").POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(new byte[10])));
        assertThat(send(endless).statusCode()).isEqualTo(413);
    }

    @Test
    void guessing_afterFiveMisses_hasToWait() throws Exception {
        HttpClient guesser = HttpClient.newBuilder()
                .cookieHandler(new java.net.CookieManager())
                .localAddress(InetAddress.getByName("127.0.0.9")) // whose misses are none of the other tests'
                .build();
        int status = 0;
        for (int attempt = 1; attempt <= 6; attempt++) {
            String page = guesser.send(to("/sign-in").build(), BodyHandlers.ofString())
                    .body();
            String token = page.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]*)\".*", "$1");
            HttpResponse<String> answer = guesser.send(
                    form("/sign-in", "name=nobody&password=guess" + attempt + "&_csrf=" + token)
                            .build(),
                    BodyHandlers.ofString());
            status = answer.statusCode();
            if (attempt <= 5) {
                assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/sign-in?again");
            } else {
                assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0))
                        .isBetween(1L, 31L);
            }
        }
        assertThat(status).isEqualTo(429);
    }

    /** A page from elsewhere whose name was made to lead to this machine must not become this practice's own. */
    @Test
    void request_toAnotherNameOfThisMachine_isNotAnswered() throws Exception {
        URI own = URI.create(practice.address());
        assertThat(statusFor(own.getHost() + ":" + own.getPort())).isEqualTo(200);
        assertThat(statusFor("localhost:" + own.getPort())).isEqualTo(200);
        assertThat(statusFor("evil.example:" + own.getPort())).isEqualTo(421);
        assertThat(statusFor("evil.example")).isEqualTo(421);
        assertThat(statusFor("127.0.0.1:1")).isEqualTo(421);
        assertThat(statusFor("127.0.0.1.evil.example:" + own.getPort())).isEqualTo(421);
    }

    private int statusFor(String host) throws IOException {
        String answer = raw("GET /sign-in HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
        return Integer.parseInt(answer.split(" ")[1]);
    }

    private String raw(String request) throws IOException {
        URI own = URI.create(practice.address());
        try (Socket socket = new Socket(own.getHost(), own.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void requestThatIsNone_isRefusedWithTheHeadersToo() throws Exception {
        for (String request : List.of(
                "GET /a{b HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /%2f%00 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n")) {
            assertThat(raw(request))
                    .startsWith("HTTP/1.1 400")
                    .containsIgnoringCase("content-security-policy: default-src 'none'")
                    .containsIgnoringCase("x-content-type-options: nosniff");
        }
    }

    /** Whoever opens many connections and lets them wait has a share of them, and no more. */
    @Test
    void connections_ofOneAddress_areBounded() throws Exception {
        List<Socket> waiting = new ArrayList<>();
        URI own = URI.create(practice.address());
        try {
            int open = 0;
            for (int each = 0; each < 200; each++) {
                waiting.add(new Socket(own.getHost(), own.getPort()));
            }
            for (Socket socket : waiting) {
                socket.setSoTimeout(20);
                open += isOpen(socket) ? 1 : 0;
            }
            assertThat(open).isBetween(50, 128);
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    private static boolean isOpen(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() >= 0;
        } catch (java.net.SocketTimeoutException waits) {
            return true;
        } catch (java.net.SocketException reset) {
            return false;
        }
    }

    /** The program was started with an environment and in a folder that ask for more ({@link RunningPractice}). */
    @Test
    void program_whateverTheEnvironmentSays_listensOnThisMachineOnly() {
        int port = URI.create(practice.address()).getPort();
        assertThatThrownBy(() -> new Socket("127.0.0.2", port).close()).isInstanceOf(ConnectException.class);
    }

    @Test
    void health_isToldToThisMachine_withoutAnyId() throws Exception {
        HttpResponse<String> health = send(to("/health"));
        assertThat(health.body())
                .contains("\"database\":true")
                .contains("freeBytes")
                .contains("clock");
        assertThat(health.headers().allValues("Set-Cookie")).isEmpty();
        send(to("/clients/00000000-0000-4000-8000-000000000000"));
        HttpResponse<String> figures = send(to("/metrics"));
        assertThat(figures.body().lines())
                .anyMatch(line -> line.matches("stillpoint_requests_total\\{status=\"3xx\"} [1-9]\\d*"))
                .allMatch(line -> line.matches("stillpoint_[a-z_]+(\\{(status|le)=\"[^\"]{1,5}\"})? -?[0-9.]+"));
        assertThat(send(to("/health").header("X-Forwarded-For", "10.0.0.7")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void cookie_isNamedByTheInstallation_andThereIsNoOther() throws Exception {
        assertThat(send(to("/sign-in")).headers().allValues("set-cookie"))
                .singleElement()
                .asString()
                .matches("stillpoint-[0-9a-f]{8}-form=.*");
    }
}
