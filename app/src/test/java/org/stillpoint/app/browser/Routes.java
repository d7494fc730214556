package org.stillpoint.app.browser;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What the program answers: every route of its controllers, as it finds them itself; nothing of it is started. */
final class Routes {

    private Routes() {}

    /** Each as its method and its pattern, such as {@code GET /clients/{id}}. */
    static Set<String> all() {
        ClassPathScanningCandidateComponentProvider controllers =
                new ClassPathScanningCandidateComponentProvider(false);
        controllers.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        try (GenericWebApplicationContext context = new GenericWebApplicationContext()) {
            controllers.findCandidateComponents("org.stillpoint.web").forEach(found -> {
                found.setLazyInit(true);
                context.registerBeanDefinition(String.valueOf(found.getBeanClassName()), found);
            });
            context.refresh();
            RequestMappingHandlerMapping mapping = new RequestMappingHandlerMapping();
            mapping.setApplicationContext(context);
            mapping.afterPropertiesSet();
            return mapping.getHandlerMethods().keySet().stream()
                    .flatMap(Routes::names)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Stream<String> names(RequestMappingInfo route) {
        List<String> methods = route.getMethodsCondition().getMethods().isEmpty()
                ? List.of("ANY")
                : route.getMethodsCondition().getMethods().stream()
                        .map(Enum::name)
                        .toList();
        return route.getPatternValues().stream()
                .flatMap(pattern -> methods.stream().map(method -> method + " " + pattern));
    }
}
