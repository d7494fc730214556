package org.stillpoint.web;

import java.util.Map;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/**
 * The pages as one Spring configuration. It needs, as beans from whoever starts it: {@link WebSettings}, a
 * {@link java.time.Clock} (in the practice's time zone), the {@link org.stillpoint.anatomy.Atlas}
 * and every repository of the record. It never opens a database itself.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan(basePackageClasses = WebConfiguration.class)
public class WebConfiguration {

    /**
     * The settings that the pages count on, beside the port; nothing else may set them, or what
     * stands in a working folder could open the door wider.
     */
    public static Map<String, Object> defaults() {
        return Map.ofEntries(
                Map.entry("server.address", "127.0.0.1"),
                Map.entry("server.port", "8080"),
                Map.entry("server.shutdown", "graceful"),
                Map.entry("spring.lifecycle.timeout-per-shutdown-phase", "5s"),
                Map.entry("server.server-header", ""),
                // between two bytes of a request; a whole one is 256 KB at most
                Map.entry("server.tomcat.connection-timeout", "10s"),
                Map.entry("server.compression.enabled", "true"),
                Map.entry(
                        "server.compression.mime-types",
                        "text/html,text/css,text/javascript,application/javascript,application/json,image/svg+xml"),
                Map.entry("server.tomcat.max-http-form-post-size", "256KB"),
                // a browser hears that a file is too large once it has been sent, and no answer where the line is cut
                Map.entry("server.tomcat.max-swallow-size", "32MB"),
                Map.entry("server.tomcat.use-relative-redirects", "true"),
                // what a client's table holds never touches the disk unencrypted
                Map.entry("spring.servlet.multipart.file-size-threshold", "256KB"),
                Map.entry("spring.servlet.multipart.max-request-size", "256KB"),
                Map.entry("server.error.include-message", "never"),
                Map.entry("server.error.include-stacktrace", "never"),
                Map.entry("server.forward-headers-strategy", "none"),
                Map.entry("spring.threads.virtual.enabled", "true"),
                Map.entry("spring.main.banner-mode", "off"),
                Map.entry("spring.jmx.enabled", "false"),
                Map.entry("spring.mvc.problemdetails.enabled", "false"),
                Map.entry("spring.web.resources.cache.cachecontrol.max-age", "10m"),
                Map.entry("spring.jackson.deserialization.fail-on-unknown-properties", "true"),
                Map.entry("spring.web.error.whitelabel.enabled", "false"));
    }
}
