package org.stillpoint.web.security;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stillpoint.web.WebSettings;

/** How the server beneath the pages takes connections. */
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {

    /** Behind a proxy all connections are the proxy's. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> server(WebSettings settings) {
        return factory -> {
            factory.addEngineValves(new EarlyHeaders());
            if (settings.way().proxy().isEmpty()) {
                factory.setProtocol(SharedConnections.class.getName());
            }
        };
    }
}
