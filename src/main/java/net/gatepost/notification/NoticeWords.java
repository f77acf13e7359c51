package net.gatepost.notification;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The sentence of a notice. */
@Component
class NoticeWords {

    private final MessageSource messages;

    NoticeWords(MessageSource messages) {
        this.messages = messages;
    }

    /** @throws org.springframework.context.NoSuchMessageException if it has none: whoever tells must give it words */
    String sentence(Notice notice) {
        return messages.getMessage(notice.messageKey(), notice.arguments().toArray(), Locale.ENGLISH);
    }

    /** Of a notice that is kept, perhaps since a version of this site that had words for it. */
    String sentence(NoticeRow row) {
        String unknown = messages.getMessage("notification.unknown", null, Locale.ENGLISH);
        return Objects.requireNonNullElse(
                messages.getMessage(row.messageKey(), row.arguments().toArray(), unknown, Locale.ENGLISH), unknown);
    }

    /** One line of a digest. */
    record Line(String sentence, String path) {
        @Override
        public String toString() {
            return "Line[withheld]";
        }
    }

    List<Line> lines(List<NoticeRow> rows) {
        return rows.stream().map(row -> new Line(sentence(row), row.path())).toList();
    }
}
