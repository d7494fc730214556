package org.stillpoint.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.stillpoint.web.DoorLimits;
import org.stillpoint.web.DoorWay;
import org.stillpoint.web.WebSettings;

/** By which names a door is asked for, and what it says to browsers that come by TLS. */
class HostFilterTest {

    private static final DoorWay PROXIED =
            new DoorWay("127.0.0.1", Set.of(), Optional.empty(), Optional.of("practice.example"));

    private static MockHttpServletRequest asked(String name, int port) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
        request.setServerName(name);
        request.setServerPort(port);
        request.setLocalPort(8080);
        return request;
    }

    private static MockFilterChain through(DoorWay way, MockHttpServletRequest request, int status) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        MockFilterChain chain = new MockFilterChain();
        new HostFilter(way).doFilter(request, response, chain);
        assertThat(response.getStatus()).isEqualTo(status);
        return chain;
    }

    @Test
    void doorWithNames_answersToThose_andToNoOthers() throws Exception {
        DoorWay way = new DoorWay("0.0.0.0", Set.of("practice.local"), Optional.empty(), Optional.empty());
        through(way, asked("Practice.Local", 8080), 200);
        through(way, asked("localhost", 8080), 200);
        through(way, asked("practice.local", 81), 421);
        through(way, asked("evil.example", 8080), 421);
        through(DoorWay.THIS_MACHINE, asked("practice.local", 8080), 421);
    }

    @Test
    void proxysName_isAskedByTls_fromTheAddressThatTheProxyAdded() throws Exception {
        MockHttpServletRequest request = asked("practice.example", 80);
        request.addHeader("X-Forwarded-For", "6.6.6.6, 10.0.0.7");
        var seen = through(PROXIED, request, 200).getRequest();
        assertThat(seen).isNotNull();
        assertThat(seen.isSecure()).isTrue();
        assertThat(seen.getRemoteAddr()).isEqualTo("10.0.0.7");
        through(PROXIED, asked("evil.example", 80), 421);
    }

    @Test
    void proxyOnAnotherMachine_isBelieved_andNobodyElseIs() throws Exception {
        DoorWay way = new DoorWay(
                "0.0.0.0", Set.of("10.0.0.5"), Optional.empty(), Optional.of("practice.example"), Set.of("10.0.0.2"));
        MockHttpServletRequest proxy = asked("practice.example", 443);
        proxy.setRemoteAddr("10.0.0.2");
        proxy.addHeader("X-Forwarded-For", "6.6.6.6");
        var seen = through(way, proxy, 200).getRequest();
        assertThat(seen).isNotNull();
        assertThat(seen.getRemoteAddr()).isEqualTo("6.6.6.6");
        MockHttpServletRequest other = asked("practice.example", 443);
        other.setRemoteAddr("10.0.0.9");
        through(way, other, 421);
    }

    @Test
    void addressInAHeader_whereThereIsNoProxy_isNotBelieved() throws Exception {
        MockHttpServletRequest request = asked("localhost", 8080);
        request.addHeader("X-Forwarded-For", "10.0.0.7");
        var seen = through(DoorWay.THIS_MACHINE, request, 200).getRequest();
        assertThat(seen).isNotNull();
        assertThat(seen.getRemoteAddr()).isEqualTo("127.0.0.1");
    }

    @Test
    void cookies_byTls_areOfThisHostAlone() {
        WebSettings settings = new WebSettings(false, "", "stillpoint-1", DoorLimits.STANDARD, PROXIED);
        MockHttpServletResponse response = new MockHttpServletResponse();
        DoorCookie.ofSignIn(settings).give(response, "token");
        DoorCookie.ofDevice(settings).give(response, "device");
        assertThat(response.getHeaders("Set-Cookie"))
                .allSatisfy(cookie -> assertThat(cookie).contains("Secure").contains("HttpOnly"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("__Host-stillpoint-1=token; Path=/;"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("__Secure-stillpoint-1-device="));
    }
}
