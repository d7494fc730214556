package org.stillpoint.app.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The demo practice as a process of its own, started once for all tests of a run when the first asks for it, and stopped at the
 * end. A test takes the {@link RunningPractice}, or a {@link Wire} to it with nobody signed in, as a parameter. Tests share its
 * people, so each that changes something does so to a client of its own (package-info.java).
 */
final class PracticeExtension implements ParameterResolver {

    private static final Namespace SHARED = Namespace.create(PracticeExtension.class);

    /** The practice and the folder that it keeps its record in. */
    private record Demo(RunningPractice practice, Path folder) implements AutoCloseable {

        static Demo start() {
            try {
                Path folder = Files.createTempDirectory("stillpoint-demo");
                return new Demo(
                        RunningPractice.start(folder.resolve("data"), "--demo", "--lock-minutes", "60"), folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws Exception {
            practice.close();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    static RunningPractice practice(ExtensionContext context) {
        return context.getRoot()
                .getStore(SHARED)
                .computeIfAbsent(Demo.class, none -> Demo.start(), Demo.class)
                .practice();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == RunningPractice.class || type == Wire.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        RunningPractice practice = practice(context);
        return parameter.getParameter().getType() == Wire.class ? new Wire(practice.address()) : practice;
    }
}
