package org.stillpoint.app.browser;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One Chromium for all tests of a run, on the demo practice of {@link PracticeExtension}. A test takes a {@link Browsing} as its
 * parameter; when it ends its windows are closed, and it fails if one of its pages has reported an error. The body is drawn as
 * the flat map, which costs a machine without a graphics card next to nothing; a class that is about the body in three dimensions
 * says so with {@link InThreeDimensions}.
 */
final class BrowserExtension implements ParameterResolver, AfterEachCallback {

    private static final Namespace SHARED = Namespace.create(BrowserExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browsing.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        boolean solid = context.getRequiredTestClass().isAnnotationPresent(InThreeDimensions.class);
        Chromium chromium = context.getRoot()
                .getStore(SHARED)
                .computeIfAbsent(
                        solid, three -> Chromium.start(three ? Chromium.SOLID : Chromium.FLAT), Chromium.class);
        Browsing browsing = new Browsing(chromium, () -> PracticeExtension.practice(context));
        context.getStore(SHARED).put(Browsing.class, browsing);
        return browsing;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Browsing browsing = context.getStore(SHARED).remove(Browsing.class, Browsing.class);
        if (browsing != null) {
            browsing.close();
            if (context.getExecutionException().isEmpty()) {
                browsing.expectNoErrors();
            }
        }
    }
}
