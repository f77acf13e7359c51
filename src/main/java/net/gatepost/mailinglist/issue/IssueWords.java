package net.gatepost.mailinglist.issue;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import net.gatepost.mail.EmailAddress;
import net.gatepost.mail.Mails.Letter;
import net.gatepost.mailinglist.ListHeaders;
import net.gatepost.mailinglist.ReaderLinks;
import net.gatepost.web.Markdown;
import net.gatepost.web.SiteAddress;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Makes a mail of an issue: its words, why its reader gets it, and the ways out. */
@Component
class IssueWords {

    private static final String TEMPLATE = "mailinglist/mail-issue";

    /** What stands for a reader's own tokens until the mail is sent; of letters alone, so that no escaping changes it. */
    private static final String LEAVE_MARK = "xLEAVExTOKENxOFxTHExREADERx";

    private static final String PREFERENCES_MARK = "xPREFERENCESxTOKENxOFxTHExREADERx";

    /** Nobody is shown or sent a mail with the marks in it: they are no links. */
    private static final String SAMPLE = "preview";

    private final ListHeaders headers;
    private final ReaderLinks links;
    private final SiteAddress site;
    private final MessageSource messages;

    IssueWords(ListHeaders headers, ReaderLinks links, SiteAddress site, MessageSource messages) {
        this.headers = headers;
        this.links = links;
        this.site = site;
        this.messages = messages;
    }

    /** To everybody: with the marks in place of the links of one. */
    Letter letter(UUID id, IssueDraft draft) {
        return letter(id, draft, draft.subject(), NOBODY, LEAVE_MARK, PREFERENCES_MARK);
    }

    /** What takes the place of the marks for one reader. */
    Map<String, String> marks(UUID subscriberId) {
        return Map.of(
                LEAVE_MARK, links.leaveToken(subscriberId), PREFERENCES_MARK, links.preferencesToken(subscriberId));
    }

    /** As it looks, with links that lead nowhere. */
    Map<String, String> sampleMarks() {
        return Map.of(LEAVE_MARK, SAMPLE, PREFERENCES_MARK, SAMPLE);
    }

    Letter test(UUID id, IssueDraft draft, EmailAddress to) {
        String subject =
                messages.getMessage("mailinglist.issue.test.subject", new Object[] {draft.subject()}, Locale.ENGLISH);
        return letter(id, draft, subject, to, SAMPLE, SAMPLE);
    }

    private static final EmailAddress NOBODY = new EmailAddress("nobody@mailing-list.invalid");

    private Letter letter(
            UUID id, IssueDraft draft, String subject, EmailAddress to, String leaveToken, String preferencesToken) {
        String topic = messages.getMessage("mailinglist.topic." + draft.topic(), null, Locale.ENGLISH);
        var model = new HashMap<String, String>();
        model.put("bodyHtml", Markdown.toHtml(draft.body()));
        model.put("bodyText", Markdown.toLetter(draft.body()));
        model.put("heading", draft.subject());
        model.put("topic", topic);
        model.put("leave", headers.leaveLink(leaveToken));
        model.put("choose", headers.preferencesLink(preferencesToken));
        model.put("web", site.link("/mailing-list/archive/" + id));
        model.put("postal", headers.postal());
        var all = new HashMap<>(
                headers.of(leaveToken, id + ":" + draft.topic().name().toLowerCase(Locale.ROOT)));
        all.put("Archived-At", "<" + site.link("/mailing-list/archive/" + id) + ">");
        return Letter.of(TEMPLATE, to, model).headers(all).subjectArguments(subject);
    }
}
