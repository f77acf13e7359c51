package net.gatepost.bench;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.matcher.ElementMatchers;

/**
 * Shifts the time of {@code java.time} in the process that it is loaded into by the seconds that a file says, also while the process
 * runs. What asks {@code System.currentTimeMillis} is told the right time still.
 */
public final class ClockAgent {

    static final String SHIFT = "gatepost.bench.clock.shift";

    private ClockAgent() {}

    /** Makes what {@code -javaagent} takes; its classes are found in the jar of ByteBuddy and in that of this class. */
    static void writeTo(Path jar) throws IOException {
        var manifest = new Manifest();
        var attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Premain-Class", ClockAgent.class.getName());
        attributes.putValue("Can-Retransform-Classes", "true");
        attributes.putValue("Class-Path", AgentBuilder.class.getProtectionDomain().getCodeSource().getLocation().getPath());
        try (var written = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (var each : new Class<?>[] {ClockAgent.class, Shift.class}) {
                String file = each.getName().replace('.', '/') + ".class";
                written.putNextEntry(new JarEntry(file));
                try (var bytes = ClockAgent.class.getClassLoader().getResourceAsStream(file)) {
                    bytes.transferTo(written);
                }
            }
        }
    }

    /** @param file the seconds by which the clock is ahead */
    public static void premain(String file, Instrumentation instrumentation) {
        new AgentBuilder.Default()
                .disableClassFormatChanges()
                .with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION)
                .ignore(ElementMatchers.none())
                .type(ElementMatchers.is(Clock.class))
                .transform((builder, type, loader, module, domain) ->
                        builder.visit(Advice.to(Shift.class).on(ElementMatchers.named("currentInstant"))))
                .installOn(instrumentation);
        var watching = new Thread(() -> watch(Path.of(file)), "clock");
        watching.setDaemon(true);
        watching.start();
    }

    private static void watch(Path file) {
        try {
            while (true) {
                System.setProperty(SHIFT, Files.readString(file).strip());
                Thread.sleep(200);
            }
        } catch (IOException | InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }

    /** Copied into the method, so it may use nothing but the JDK and what the compiler puts in as it is. */
    static final class Shift {

        private Shift() {}

        @Advice.OnMethodExit
        static void shift(@Advice.Return(readOnly = false) Instant now) {
            now = now.plusSeconds(Long.getLong(SHIFT, 0));
        }
    }
}
