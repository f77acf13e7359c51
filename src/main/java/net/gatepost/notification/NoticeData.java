package net.gatepost.notification;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.gatepost.account.PersonalData;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What a person was told, and what they chose to be mailed. */
@Component
@Order(80)
class NoticeData implements PersonalData {

    private final NoticeRepository notices;
    private final MailChoiceRepository chosen;
    private final ReaderRepository readers;
    private final MailChoices choices;
    private final NoticeWords words;

    NoticeData(
            NoticeRepository notices,
            MailChoiceRepository chosen,
            ReaderRepository readers,
            MailChoices choices,
            NoticeWords words) {
        this.notices = notices;
        this.chosen = chosen;
        this.readers = readers;
        this.choices = choices;
        this.words = words;
    }

    record Told(
            Instant at, String what, String page, @Nullable Instant mailedAt) {
        @Override
        public String toString() {
            return "Told[withheld]";
        }
    }

    record Content(Map<NoticeKind, Mailing> mailed, List<Told> notices) {}

    @Override
    public void exportTo(Archive archive, UUID accountId) {
        var told = notices.findByAccountIdOrderByHappenedAtDescIdDesc(accountId).stream()
                .map(row -> new Told(row.happenedAt(), words.sentence(row), row.path(), row.mailedAt()))
                .toList();
        archive.json("notifications", new Content(choices.of(accountId), told));
    }

    @Override
    public void erase(UUID accountId) {
        notices.deleteOf(accountId);
        chosen.deleteOf(accountId);
        readers.deleteOf(accountId);
    }
}
