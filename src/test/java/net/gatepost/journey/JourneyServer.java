package net.gatepost.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A server on a free port with a data folder of its own, otherwise configured as {@code bin/run} does. */
class JourneyServer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try (var free = new ServerSocket(0)) {
            int port = free.getLocalPort();
            TestPropertyValues.of(
                            "server.port=" + port,
                            "gatepost.base-url=http://localhost:" + port,
                            "gatepost.data=" + Files.createTempDirectory("gatepost-journey"))
                    .applyTo(context);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
