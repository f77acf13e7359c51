package net.gatepost.mailinglist;

import static net.gatepost.mailinglist.SubscriberStatus.CONFIRMED;
import static net.gatepost.mailinglist.SubscriberStatus.PENDING;
import static net.gatepost.mailinglist.SubscriberStatus.SUPPRESSED;
import static net.gatepost.mailinglist.SubscriberStatus.UNSUBSCRIBED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SubscriberStatusTest {

    @Test
    void somebodyWhoLeftComesBackOnlyThroughANewConfirmation() {
        assertThat(nextOf(UNSUBSCRIBED)).isEqualTo(EnumSet.of(PENDING, SUPPRESSED));
    }

    @Test
    void aSuppressedAddressIsNeverPutBackOnTheListAtOnce() {
        assertThat(nextOf(SUPPRESSED)).isEqualTo(EnumSet.of(UNSUBSCRIBED));
    }

    @Test
    void aPendingOneMayAgreeLeaveOrBeClosed() {
        assertThat(nextOf(PENDING)).isEqualTo(EnumSet.of(CONFIRMED, UNSUBSCRIBED, SUPPRESSED));
        assertThat(nextOf(CONFIRMED)).isEqualTo(EnumSet.of(UNSUBSCRIBED, SUPPRESSED));
    }

    private static Set<SubscriberStatus> nextOf(SubscriberStatus status) {
        return Arrays.stream(SubscriberStatus.values())
                .filter(status::canBecome)
                .collect(Collectors.toSet());
    }
}
