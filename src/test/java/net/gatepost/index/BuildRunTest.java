package net.gatepost.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.search.engine.common.EntityReference;
import org.hibernate.search.mapper.pojo.massindexing.MassIndexingEntityFailureContext;
import org.hibernate.search.mapper.pojo.massindexing.MassIndexingFailureContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What a run of the mass indexer is taken for that has failed. */
@ExtendWith(OutputCaptureExtension.class)
class BuildRunTest {

    private final BuildRun run = new BuildRun(() -> false);

    @Test
    void aRunThatLeftOutAFewNamesThem() {
        var one = UUID.randomUUID();
        var two = UUID.randomUUID();
        run.handle(unreadable(one, two));
        run.indexingCompleted();

        assertThat(run.isWholeButForFew()).isTrue();
        assertThat(run.leftOut()).containsExactly(one, two);
    }

    @Test
    void aRunThatLeftOutManyIsNotWhole() {
        run.handle(unreadable(
                Stream.generate(UUID::randomUUID).limit(BuildRun.FEW + 1).toArray(UUID[]::new)));
        run.indexingCompleted();

        assertThat(run.isWholeButForFew()).isFalse();
    }

    @Test
    void aRunThatCouldNotReadWhatThereIsIsNotWhole() {
        run.handle(unreadable(UUID.randomUUID()));
        run.handle(failure());
        run.indexingCompleted();

        assertThat(run.isWholeButForFew()).isFalse();
    }

    @Test
    void aRunThatCannotSayWhatItLeftOutIsNotWhole() {
        run.handle(unreadable());
        run.indexingCompleted();

        assertThat(run.isWholeButForFew()).isFalse();
    }

    @Test
    void aRunThatAnErrorEndedWhichTellsNobodyIsNotWhole() {
        run.handle(unreadable(UUID.randomUUID()));

        assertThat(run.isWholeButForFew()).isFalse();
    }

    @Test
    void aRunThatFailedWithoutAWordIsNotWhole() {
        run.indexingCompleted();

        assertThat(run.isWholeButForFew()).isFalse();
    }

    @Test
    void theFirstOfItsFailuresIsToldAndNotAllThatFollow(CapturedOutput log) {
        run.handle(failure());
        run.handle(failure());

        assertThat(log.toString().split("Reading failed", -1)).hasSize(2);
    }

    @Test
    void whatFailsBecauseTheSiteEndsIsNoError(CapturedOutput log) {
        new BuildRun(() -> true).handle(failure());

        assertThat(log).doesNotContain("Reading failed");
    }

    private static MassIndexingFailureContext failure() {
        var failure = MassIndexingFailureContext.builder();
        failure.throwable(new IllegalStateException("away"));
        failure.failingOperation("Reading");
        return failure.build();
    }

    private static MassIndexingEntityFailureContext unreadable(UUID... ids) {
        var failure = MassIndexingEntityFailureContext.builder();
        failure.throwable(new IllegalStateException("unreadable"));
        failure.failingOperation("Reading some");
        for (var id : ids) {
            failure.failingEntityReference(new Reference(id));
        }
        return failure.build();
    }

    private record Reference(UUID id) implements EntityReference {

        @Override
        public Class<?> type() {
            return Object.class;
        }

        @Override
        public String name() {
            return "Listing";
        }
    }
}
