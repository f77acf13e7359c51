package net.gatepost.mailinglist.issue;

import java.time.Duration;
import net.gatepost.mailinglist.Topic;

/** What a digest can tell of; a bean for each kind of thing. */
interface DigestPart {

    Topic topic();

    /** The latest of what came in that time, the newest first. */
    News of(Duration time, int most);

    /**
     * @param count how many there are in {@code markdown}
     * @param first what the first one is called; empty where there is none
     */
    record News(int count, String first, String markdown) {}
}
