package net.gatepost.candidate.resume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import net.gatepost.candidate.resume.reader.Files;
import net.gatepost.candidate.resume.reader.ReadingProcess;
import net.gatepost.candidate.resume.reader.Refusal;
import net.gatepost.candidate.resume.reader.ResumeRefused;
import org.junit.jupiter.api.Test;

/** The process in which a file is read, for once a real one. */
class ReadingTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    /** Stands for a file whose reading never ends. */
    static final class NeverEnding {
        private NeverEnding() {}

        public static void main(String[] arguments) throws Exception {
            System.in.readAllBytes();
            new CountDownLatch(1).await();
        }
    }

    /** Stands for a file that unpacks to more than there is memory for. */
    static final class Greedy {
        private Greedy() {}

        public static void main(String[] arguments) {
            byte[][] all = new byte[1_000][];
            Arrays.setAll(all, i -> new byte[10_000_000]);
        }
    }

    /** Stands for a reader that a file has taken over. */
    static final class Lying {
        private Lying() {}

        public static void main(String[] arguments) throws IOException {
            System.in.readAllBytes();
            var out = new DataOutputStream(System.out);
            out.writeInt(0x47505231);
            out.writeUTF("");
            out.writeUTF("PDF");
            out.writeInt(Integer.MAX_VALUE);
            out.flush();
        }
    }

    /** Tells what it was given. */
    static final class Curious {
        private Curious() {}

        public static void main(String[] arguments) throws IOException {
            System.in.readAllBytes();
            var out = new DataOutputStream(System.out);
            out.writeInt(0x47505231);
            boolean knows = !System.getenv().isEmpty() || System.getProperty("gatepost.data") != null;
            out.writeUTF(knows ? Refusal.ACTIVE.name() : Refusal.EMPTY.name());
            out.flush();
        }
    }

    private static Refusal refusal(Class<?> main, Duration limit) {
        try {
            new Reading(main, limit, 1).read(new byte[100_000]);
            throw new AssertionError("accepted");
        } catch (ResumeRefused refused) {
            return refused.reason();
        }
    }

    @Test
    void aFileIsReadInAProcessOfItsOwn() throws Exception {
        var reading = new Reading(ReadingProcess.class, LONG, 2);
        assertThat(reading.read(Files.pdf("Java and radar")).text()).contains("Java and radar");
        assertThat(reading.read(Files.docx("Java and radar")).text()).contains("Java and radar");
        assertThatThrownBy(() -> reading.read("MZ".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        ResumeRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Refusal.WRONG_TYPE));
    }

    @Test
    void aProcessThatTakesTooLongIsKilled() {
        assertThat(refusal(NeverEnding.class, Duration.ofSeconds(1))).isEqualTo(Refusal.TOO_SLOW);
        assertThat(ProcessHandle.current().descendants()).noneMatch(ReadingTest::isNeverEnding);
    }

    private static boolean isNeverEnding(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains("NeverEnding") && process.isAlive();
    }

    @Test
    void aProcessThatNeedsTooMuchMemoryEndsAlone() {
        assertThat(refusal(Greedy.class, LONG)).isEqualTo(Refusal.TOO_COMPLEX);
    }

    @Test
    void aReaderThatWasTakenOverIsNotBelieved() {
        assertThatThrownBy(() -> refusal(Lying.class, LONG)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theProcessIsToldNothing() {
        assertThat(refusal(Curious.class, LONG)).isEqualTo(Refusal.EMPTY);
    }

    @Test
    void moreThanMayBeReadAtOnceAreAskedToComeBack() {
        var reading = new Reading(NeverEnding.class, LONG, 1);
        var first = CompletableFuture.runAsync(
                () -> assertThatThrownBy(() -> reading.read(new byte[1])).isInstanceOf(Exception.class));
        while (!reading.isFull() && !first.isDone()) {
            Thread.onSpinWait();
        }
        assertThatThrownBy(() -> reading.read(new byte[1]))
                .isInstanceOfSatisfying(
                        ResumeRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Refusal.BUSY));
        reading.stop();
        first.join();
    }
}
