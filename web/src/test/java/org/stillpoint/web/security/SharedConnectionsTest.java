package org.stillpoint.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What whoever holds the server up gets of it: on the wire of a bare server with small limits. */
class SharedConnectionsTest {

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final int AT_ALL = 4;
    private static final int A_BYTE_NOW_AND_THEN = 40; // ms
    private static final String WHOLE = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

    private static final Tomcat SERVER = new Tomcat();

    private static final class Echo extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print(request.getParameterMap().size());
        }
    }

    @BeforeAll
    static void start(@TempDir Path folder) throws LifecycleException {
        Connector connector = new Connector(SharedConnections.class.getName());
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        ServerConfiguration.limit(connector, new ConnectionLimits(100, AT_ALL, SHORT, SHORT));
        SERVER.setBaseDir(folder.toString());
        SERVER.setSilent(true);
        SERVER.setConnector(connector);
        SERVER.getEngine().getPipeline().addValve(new SlowBodies(SHORT));
        Context context = SERVER.addContext("", folder.toString());
        Tomcat.addServlet(context, "echo", new Echo());
        context.addServletMappingDecoded("/", "echo");
        SERVER.start();
    }

    @AfterAll
    static void stop() throws LifecycleException {
        SERVER.stop();
        SERVER.destroy();
    }

    private static Socket open() throws IOException {
        Socket socket = new Socket("127.0.0.1", SERVER.getConnector().getLocalPort());
        socket.setSoTimeout(5000);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** Sends a byte now and then, until the other side has had enough; fails where it goes on listening. */
    private static void trickle(Socket socket, String bytes) throws Exception {
        for (char one : bytes.toCharArray()) {
            send(socket, String.valueOf(one));
            Thread.sleep(A_BYTE_NOW_AND_THEN);
        }
    }

    @Test
    void headThatTrickles_isCutOff() throws Exception {
        try (Socket slow = open()) {
            send(slow, "GET / HTTP/1.1\r\n");
            assertThatThrownBy(() -> trickle(slow, "X-Slow: " + "a".repeat(100)))
                    .isInstanceOf(SocketException.class);
        }
    }

    @Test
    void bodyThatTrickles_isCutOff() throws Exception {
        try (Socket slow = open()) {
            send(
                    slow,
                    "POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                            + "Content-Length: 1000\r\n\r\n");
            assertThatThrownBy(() -> trickle(slow, "a".repeat(100))).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void requestsThatComeInTime_areAnswered_howeverLongTheConnectionLasts() throws Exception {
        try (Socket quick = open()) {
            for (int request = 0; request < 3; request++) {
                send(quick, WHOLE.substring(0, 20));
                Thread.sleep(SHORT.toMillis() / 2);
                send(quick, WHOLE.substring(20));
                byte[] answer = new byte[1000];
                int length = quick.getInputStream().read(answer);
                assertThat(new String(answer, 0, length, StandardCharsets.US_ASCII))
                        .startsWith("HTTP/1.1 200");
            }
        }
    }

    @Test
    void connectionsBeyondAll_waitUntilOneIsFree() throws Exception {
        Socket[] held = new Socket[AT_ALL];
        for (int i = 0; i < held.length; i++) {
            held[i] = open();
        }
        try (Socket further = open()) {
            further.setSoTimeout(200);
            send(further, WHOLE);
            // the server has one more taken up already when it begins to wait
            try (Socket last = open()) {
                last.setSoTimeout(200);
                send(last, WHOLE);
                assertThatThrownBy(() -> last.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
                for (Socket each : held) {
                    each.close();
                }
                last.setSoTimeout(5000);
                assertThat(last.getInputStream().read()).isEqualTo('H');
            }
        }
    }
}
