package org.stillpoint.web;

import java.util.Map;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.index.CandidateComponentsIndex;
import org.springframework.context.index.CandidateComponentsIndexLoader;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * The pages as one Spring configuration. It needs, as beans from whoever starts it: {@link WebSettings}, a
 * {@link java.time.Clock} (in the practice's time zone), the {@link org.stillpoint.anatomy.Atlas}
 * and every repository of the record. It never opens a database itself. What Spring Boot sets up by itself is named here: to ask of
 * everything on the class path whether it is wanted takes a quarter of a start, and a library that comes in brings nothing unasked.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    ConfigurationPropertiesAutoConfiguration.class,
    LifecycleAutoConfiguration.class,
    SslAutoConfiguration.class,
    TaskExecutionAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    MultipartAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    ServletWebSecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
})
public class WebConfiguration {

    /**
     * This and all that is made for the pages, as the build has listed it: to look for it in every class of the program, and to take those
     * apart that are found, took a fifth of a start.
     *
     * @throws IllegalStateException if the build has written no list
     */
    public static Class<?>[] parts() {
        ClassLoader loader = WebConfiguration.class.getClassLoader();
        CandidateComponentsIndex listed = CandidateComponentsIndexLoader.loadIndex(loader);
        if (listed == null) {
            throw new IllegalStateException("The list of what the pages are made of is missing");
        }
        return listed.getCandidateTypes(WebConfiguration.class.getPackageName(), Component.class.getName()).stream()
                .map(name -> ClassUtils.resolveClassName(name, loader))
                .toArray(Class<?>[]::new);
    }

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
