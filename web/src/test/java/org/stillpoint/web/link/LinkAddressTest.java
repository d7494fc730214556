package org.stillpoint.web.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.stillpoint.web.DoorWay;

/** Where a link leads, by how the practice is reached. */
class LinkAddressTest {

    private static MockHttpServletRequest asked(String scheme, String name, int port) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setScheme(scheme);
        request.setServerName(name);
        request.setServerPort(port);
        return request;
    }

    @Test
    void address_ofAPracticeThatListensForItself_isOfThisMachineOnly() {
        LinkAddress link = LinkAddress.of(DoorWay.THIS_MACHINE, asked("http", "127.0.0.1", 8080), "/link/x");
        assertThat(link).isEqualTo(new LinkAddress("http://127.0.0.1:8080/link/x", true));
    }

    @Test
    void address_ofAPracticeThatOthersReach_isByTheNameTheyKnow() {
        DoorWay way = new DoorWay("0.0.0.0", Set.of("localhost", "practice.local"), Optional.empty(), Optional.empty());
        assertThat(LinkAddress.of(way, asked("https", "localhost", 8443), "/link/x"))
                .isEqualTo(new LinkAddress("https://practice.local:8443/link/x", false));
        assertThat(LinkAddress.of(way, asked("https", "192.168.0.7", 8443), "/link/x"))
                .isEqualTo(new LinkAddress("https://192.168.0.7:8443/link/x", false));
    }

    @Test
    void address_behindAProxy_isTheProxys() {
        DoorWay way = new DoorWay("127.0.0.1", Set.of(), Optional.empty(), Optional.of("practice.example"));
        assertThat(LinkAddress.of(way, asked("http", "127.0.0.1", 8080), "/link/x"))
                .isEqualTo(new LinkAddress("https://practice.example/link/x", false));
    }
}
