package net.gatepost.notification.web;

import jakarta.validation.constraints.Pattern;
import java.util.EnumMap;
import java.util.Map;
import net.gatepost.notification.Mailing;
import net.gatepost.notification.NoticeKind;
import org.jspecify.annotations.Nullable;

/** What is chosen for each kind; null where the page doesn't ask, and then nothing changes. */
record NotificationsForm(
        @Pattern(regexp = MAILINGS, message = UNKNOWN) @Nullable
        String application,

        @Pattern(regexp = MAILINGS, message = UNKNOWN) @Nullable
        String revealRequest,

        @Pattern(regexp = MAILINGS, message = UNKNOWN) @Nullable
        String look,

        @Pattern(regexp = MAILINGS, message = UNKNOWN) @Nullable
        String applicant,

        @Pattern(regexp = MAILINGS, message = UNKNOWN) @Nullable
        String candidateSearch,

        @Pattern(regexp = MAILINGS, message = UNKNOWN) @Nullable
        String report) {

    private static final String MAILINGS = "AT_ONCE|DAILY|NEVER";
    private static final String UNKNOWN = "{notification.mailing.unknown}";

    static NotificationsForm of(Map<NoticeKind, Mailing> choices) {
        return new NotificationsForm(
                name(choices, NoticeKind.APPLICATION),
                name(choices, NoticeKind.REVEAL_REQUEST),
                name(choices, NoticeKind.LOOK),
                name(choices, NoticeKind.APPLICANT),
                name(choices, NoticeKind.CANDIDATE_SEARCH),
                name(choices, NoticeKind.REPORT));
    }

    private static @Nullable String name(Map<NoticeKind, Mailing> choices, NoticeKind kind) {
        var mailing = choices.get(kind);
        return mailing == null ? null : mailing.name();
    }

    Map<NoticeKind, Mailing> chosen() {
        var chosen = new EnumMap<NoticeKind, Mailing>(NoticeKind.class);
        put(chosen, NoticeKind.APPLICATION, application);
        put(chosen, NoticeKind.REVEAL_REQUEST, revealRequest);
        put(chosen, NoticeKind.LOOK, look);
        put(chosen, NoticeKind.APPLICANT, applicant);
        put(chosen, NoticeKind.CANDIDATE_SEARCH, candidateSearch);
        put(chosen, NoticeKind.REPORT, report);
        return chosen;
    }

    private static void put(Map<NoticeKind, Mailing> chosen, NoticeKind kind, @Nullable String mailing) {
        if (mailing != null) {
            chosen.put(kind, Mailing.valueOf(mailing));
        }
    }
}
