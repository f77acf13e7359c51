package net.gatepost.candidate.resume;

import jakarta.annotation.PreDestroy;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import net.gatepost.candidate.resume.reader.Answer;
import net.gatepost.candidate.resume.reader.CleanResume;
import net.gatepost.candidate.resume.reader.ReadingProcess;
import net.gatepost.candidate.resume.reader.Refusal;
import net.gatepost.candidate.resume.reader.ResumeRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Has files read in processes of their own: with little memory, for a limited time, a few at once. What such a process
 * gets is the file on its standard input and nothing else: no configuration, no environment, no scratch folder.
 */
@Component
class Reading {

    private static final Duration WAIT_FOR_A_PLACE = Duration.ofSeconds(4);
    /** How much longer the process lives that nobody kills. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final int OUT_OF_MEMORY = 3;

    private static final Logger log = LoggerFactory.getLogger(Reading.class);

    private final Class<?> main;
    private final Duration limit;
    private final Semaphore places;
    private final Set<Process> running = ConcurrentHashMap.newKeySet();

    @Autowired
    Reading(
            @Value("${gatepost.resumes.reading-time:20s}") Duration limit,
            @Value("${gatepost.resumes.read-at-once:2}") int atOnce) {
        this(ReadingProcess.class, limit, atOnce);
    }

    Reading(Class<?> main, Duration limit, int atOnce) {
        this.main = main;
        this.limit = limit;
        this.places = new Semaphore(atOnce);
    }

    CleanResume read(byte[] file) throws ResumeRefused {
        try {
            if (!places.tryAcquire(WAIT_FOR_A_PLACE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ResumeRefused(Refusal.BUSY);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new ResumeRefused(Refusal.BUSY);
        }
        try {
            return readInItsPlace(file);
        } catch (IOException failure) {
            throw new IllegalStateException("no process could be started to read a file", failure);
        } finally {
            places.release();
        }
    }

    private CleanResume readInItsPlace(byte[] file) throws IOException, ResumeRefused {
        var process = start();
        running.add(process);
        var late = new AtomicBoolean();
        CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    if (process.isAlive()) {
                        late.set(true);
                        // By its handle: that leaves its output readable to the end.
                        process.toHandle().destroyForcibly();
                    }
                });
        try (var answer = new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
            tell(process, file);
            return Answer.read(answer);
        } catch (EOFException nothingMore) {
            throw new ResumeRefused(why(process, late.get()));
        } finally {
            process.destroyForcibly();
            running.remove(process);
        }
    }

    private static void tell(Process process, byte[] file) {
        try (var out = process.getOutputStream()) {
            out.write(file);
        } catch (IOException ended) {
            log.debug("the reading process did not read all of its file");
            // It has answered or ended before: what it said, or how it ended, tells why.
        }
    }

    private static Refusal why(Process process, boolean late) throws IOException {
        int code;
        try {
            code = process.waitFor();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Refusal.BUSY;
        }
        if (late) {
            return Refusal.TOO_SLOW;
        }
        if (code == OUT_OF_MEMORY) {
            return Refusal.TOO_COMPLEX;
        }
        throw new IOException("the reading process ended with " + code);
    }

    private Process start() throws IOException {
        var builder = new ProcessBuilder(command()).redirectError(ProcessBuilder.Redirect.DISCARD);
        // No secret of ours, and no JAVA_TOOL_OPTIONS; Windows starts nothing without its root.
        builder.environment().keySet().retainAll(Set.of("SystemRoot"));
        return builder.start();
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+ExitOnOutOfMemoryError",
                // Standard output is for the answer alone.
                "-XX:+DisplayVMOutputToStderr",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Xshare:auto",
                "-Djava.awt.headless=true",
                // What a file holds is written to no disk: where a library would, it fails.
                "-Djava.io.tmpdir=" + Path.of("no", "such", "folder"),
                "-Djavax.xml.accessExternalDTD=",
                "-Djavax.xml.accessExternalSchema=",
                "-Djavax.xml.accessExternalStylesheet=",
                "-Dorg.apache.commons.logging.LogFactory=org.apache.commons.logging.impl.LogFactoryImpl",
                "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog",
                "-cp",
                System.getProperty("java.class.path")));
        if (isInsideAJarOfJars()) {
            command.add("-Dloader.main=" + main.getName());
            command.add("org.springframework.boot.loader.launch.PropertiesLauncher");
        } else {
            command.add(main.getName());
        }
        command.add(String.valueOf(limit.plus(GRACE).toMillis()));
        return command;
    }

    /** As Spring Boot packs it: Java alone does not find classes in there. */
    private boolean isInsideAJarOfJars() {
        var resource = main.getResource(main.getSimpleName() + ".class");
        return resource != null && resource.toString().startsWith("jar:nested:");
    }

    boolean isFull() {
        return places.availablePermits() == 0;
    }

    /** The site stops: nobody waits for these any more. */
    @PreDestroy
    void stop() {
        running.forEach(process -> process.toHandle().destroyForcibly());
    }
}
