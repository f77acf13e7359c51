package net.gatepost.job.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.gatepost.job.ListingMark;
import net.gatepost.web.Role;
import net.gatepost.web.Viewer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class ListingMarksTest {

    private static final UUID RADAR = UuidCreator.getTimeOrderedEpoch();
    private static final UUID SONAR = UuidCreator.getTimeOrderedEpoch();

    private final Viewer robin = new Viewer(UuidCreator.getTimeOrderedEpoch(), "Robin Test", Set.of(Role.MEMBER));
    private final Mark saved = new Mark("saved", Map.of(RADAR, "/me/saved"));
    private final Mark applied = new Mark("applied", Map.of(RADAR, "/me/applications/1"));

    @Test
    void aListingBearsEveryMarkByItsName() {
        assertThat(marks(saved, applied).among(robin, List.of(RADAR, SONAR)))
                .isEqualTo(Map.of(RADAR, Map.of("saved", "/me/saved", "applied", "/me/applications/1")));
    }

    @Test
    void eachMarkIsAskedOnceForAllTheListingsOfAPage() {
        marks(saved, applied).among(robin, List.of(RADAR, SONAR));

        assertThat(saved.asked).containsExactly(List.of(RADAR, SONAR));
        assertThat(applied.asked).containsExactly(List.of(RADAR, SONAR));
    }

    @Test
    void nobodyIsAskedForAnEmptyPage() {
        assertThat(marks(saved).among(robin, List.of())).isEmpty();
        assertThat(saved.asked).isEmpty();
    }

    @Test
    void aSiteWithoutSuchModulesHasNoMarks() {
        assertThat(marks().among(robin, List.of(RADAR))).isEmpty();
    }

    private static ListingMarks marks(Mark... marks) {
        var beans = new StaticListableBeanFactory();
        for (Mark mark : marks) {
            beans.addBean(mark.name(), mark);
        }
        return new ListingMarks(beans.getBeanProvider(ListingMark.class));
    }

    /** Stands for a module below that keeps something of listings. */
    private static final class Mark implements ListingMark {

        private final String name;
        private final Map<UUID, String> paths;
        private final List<Collection<UUID>> asked = new ArrayList<>();

        private Mark(String name, Map<UUID, String> paths) {
            this.name = name;
            this.paths = paths;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Map<UUID, String> among(Viewer viewer, Collection<UUID> listings) {
            asked.add(listings);
            return paths;
        }
    }
}
