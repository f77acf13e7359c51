package net.gatepost.notification;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import net.gatepost.web.Viewer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is mailed to whom, kind by kind. Who has chosen nothing has no row. */
@Service
public class MailChoices {

    private final MailChoiceRepository choices;

    MailChoices(MailChoiceRepository choices) {
        this.choices = choices;
    }

    /** Every kind with what the viewer chose for it, or else the default. */
    @Transactional(readOnly = true)
    public Map<NoticeKind, Mailing> of(Viewer viewer) {
        return of(viewer.id());
    }

    /** Changes these kinds and leaves the others alone. Of two changes at once the later counts. */
    @Transactional
    public void choose(Viewer viewer, Map<NoticeKind, Mailing> chosen) {
        // Always in the order of the kinds, so that two changes can't wait for each other.
        new EnumMap<>(chosen).forEach((kind, mailing) -> {
            choices.begin(UuidCreator.getTimeOrderedEpoch(), viewer.id(), kind.name(), mailing.name());
            choices.set(viewer.id(), kind, mailing);
        });
    }

    Map<NoticeKind, Mailing> of(UUID accountId) {
        return of(List.of(accountId)).apply(accountId);
    }

    /** The choices of many, in one statement. */
    Function<UUID, Map<NoticeKind, Mailing>> of(Collection<UUID> accountIds) {
        Map<UUID, Map<NoticeKind, Mailing>> chosen = choices.findByAccountIdIn(accountIds).stream()
                .collect(groupingBy(MailChoice::accountId, toMap(MailChoice::kind, MailChoice::mailing)));
        return accountId -> {
            var all = new EnumMap<NoticeKind, Mailing>(NoticeKind.class);
            for (var kind : NoticeKind.values()) {
                all.put(kind, kind.unlessChosen());
            }
            all.putAll(chosen.getOrDefault(accountId, Map.of()));
            return all;
        };
    }
}
