package org.stillpoint.web.security;

import org.apache.catalina.connector.Connector;
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
        ConnectionLimits limits = settings.way().proxy().isPresent()
                ? ConnectionLimits.STANDARD.sharedByAll()
                : ConnectionLimits.STANDARD;
        return factory -> {
            factory.addEngineValves(new EarlyHeaders(), new SlowBodies(limits.body()));
            factory.setProtocol(SharedConnections.class.getName());
            factory.addConnectorCustomizers(connector -> limit(connector, limits));
        };
    }

    static void limit(Connector connector, ConnectionLimits limits) {
        if (connector.getProtocolHandler() instanceof SharedConnections shared) {
            shared.limit(limits);
        }
    }
}
