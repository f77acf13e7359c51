package net.gatepost.desk;

import java.util.List;
import net.gatepost.candidate.Missing;
import net.gatepost.candidate.Visibility;
import net.gatepost.employer.EmployerView;
import net.gatepost.notification.Inbox;
import org.jspecify.annotations.Nullable;

/**
 * A member's desk. A section that is null is not on the page; one that is empty says what would be in it.
 *
 * @param news what happened since the last visit
 * @param profile null for who came to hire and keeps none
 * @param hiring null for who doesn't hire
 */
record DeskPage(
        Inbox.News news,
        @Nullable Profile profile,
        @Nullable Applications applications,
        @Nullable Alerts alerts,
        @Nullable Views views,
        @Nullable Hiring hiring) {

    /**
     * Who sees the profile, and what it lacks.
     *
     * @param next what to add first, most useful first
     * @param further how much more is missing
     */
    record Profile(Visibility visibility, boolean empty, List<Step> next, int further) {}

    /**
     * Something to do next.
     *
     * @param path where
     * @param whyKey of the words for what it is good for
     */
    record Step(String path, String messageKey, String whyKey) {

        static final Step RESUME = new Step("/me/resume", "desk.step.resume", "desk.why.resume");

        static Step of(Missing part) {
            return new Step(part.path(), part.messageKey(), "desk.why." + part.name());
        }
    }

    /**
     * Those under way, by stage in order.
     *
     * @param href the list of them
     */
    record Applications(List<Stage> stages, String href) {

        /** @param label in words, such as "In review" */
        record Stage(String label, long count) {}
    }

    /**
     * Saved searches.
     *
     * @param first a few of them
     * @param count of all
     */
    record Alerts(List<Alert> first, long count, String href) {

        /** @param often when it is mailed, in words, such as "Daily" */
        record Alert(String name, String href, String often) {}
    }

    /**
     * Who looked at the profile.
     *
     * @param latest a few of them, the newest first
     * @param count of all
     */
    record Views(List<View> latest, long count, String href) {

        /** @param who in words, such as "Riley Chen, Halden Ridge Systems" */
        record View(String who, String when) {}
    }

    /**
     * The employers one acts for.
     *
     * @param further how many more there are
     */
    record Hiring(List<EmployerView> employers, int further) {}

    /** Withheld: what happened to somebody belongs in no log. */
    @Override
    public String toString() {
        return "DeskPage[withheld]";
    }
}
