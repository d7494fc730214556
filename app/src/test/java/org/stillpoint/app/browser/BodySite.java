package org.stillpoint.app.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.strain.Influence;
import org.stillpoint.strain.StrainNetwork;
import org.stillpoint.strain.StrainParameters;
import org.stillpoint.web.body.BodyGeometry;
import org.stillpoint.words.BodyScriptWords;
import org.stillpoint.words.Speaker;
import tools.jackson.databind.json.JsonMapper;

/** A page that holds nothing but the body, served as the application serves it: same files, same kind of content policy. */
final class BodySite implements AutoCloseable {

    static final Influence INFLUENCE =
            StrainNetwork.of(Atlas.standard(), StrainParameters.standard()).influence();

    private static final String POLICY = "default-src 'none'; script-src 'self' 'nonce-map'; style-src 'self'; "
            + "img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; object-src 'none'";

    private static final String TEXTS = HtmlUtils.htmlEscape(JsonMapper.shared()
            .writeValueAsString(new Speaker(Locale.UK, ZoneOffset.UTC).texts(BodyScriptWords.class)));

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>The body</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <link rel="icon" href="data:,">
            <link rel="stylesheet" href="/style/tokens.css"><link rel="stylesheet" href="/style/body.css">
            <script type="importmap" nonce="map">{"imports": {"three": "/webjars/three/0.181.1/build/three.module.min.js"}}</script>
            <script type="module" src="/script/body/sp-body.js"></script></head>
            <body><main><sp-body id="body" src="/body/anatomy.json" label="The body" data-texts="%s"></sp-body></main></body></html>
            """.formatted(TEXTS);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, byte[]> made = Map.of(
            "/", PAGE.getBytes(StandardCharsets.UTF_8),
            "/body/anatomy.json", BodyGeometry.of(Atlas.standard(), Locale.UK).json(),
            "/body/influence.bin", floats(INFLUENCE.tension()));

    BodySite() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    private static byte[] floats(double[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.stream(values).forEach(value -> buffer.putFloat((float) value));
        return buffer.array();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/";
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] content = made.containsKey(path) ? made.get(path) : file(path);
        exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
        exchange.getResponseHeaders().set("Content-Type", type(path));
        exchange.sendResponseHeaders(content == null ? 404 : 200, content == null ? -1 : content.length);
        if (content != null) {
            exchange.getResponseBody().write(content);
        }
        exchange.close();
    }

    private static byte @Nullable [] file(String path) throws IOException {
        String folder = path.startsWith("/webjars/") ? "META-INF/resources" : "static";
        try (InputStream in = BodyGeometry.class.getClassLoader().getResourceAsStream(folder + path)) {
            return in == null ? null : in.readAllBytes();
        }
    }

    private static String type(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "js" -> "text/javascript";
            case "css" -> "text/css";
            case "json" -> "application/json";
            case "bin" -> "application/octet-stream";
            default -> "text/html; charset=utf-8";
        };
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
