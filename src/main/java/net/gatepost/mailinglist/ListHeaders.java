package net.gatepost.mailinglist;

import java.util.LinkedHashMap;
import java.util.Map;
import net.gatepost.web.SiteAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What every mail of the list says to mail programs and providers: how to leave (RFC 2369, and in one click RFC 8058), which
 * list it is (RFC 2919), and that nobody sits there writing it (RFC 3834).
 */
@Component
public class ListHeaders {

    private final SiteAddress site;
    private final String address;
    private final String postal;

    /**
     * @param address a mailbox of the list, where people write to leave; the operator reads it, or {@code gatepost.mailing-list}
     *     says how it is read by itself
     * @param postal the postal address that senders have to name
     */
    ListHeaders(
            SiteAddress site,
            @Value("${gatepost.mailing-list.address:${gatepost.operator.email}}") String address,
            @Value("${gatepost.operator.name}, ${gatepost.operator.address}") String postal) {
        this.site = site;
        this.address = address;
        this.postal = postal;
    }

    /**
     * @param leaveToken of the reader; the subject of a mail that asks to leave
     * @param feedbackId what a provider counts complaints by (Google's Feedback-ID): of this mail, then of this kind of mail
     */
    public Map<String, String> of(String leaveToken, String feedbackId) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("List-Id", "Gatepost mailing list <mailing-list." + site.host() + ">");
        headers.put(
                "List-Unsubscribe",
                "<" + leaveLink(leaveToken) + ">, <mailto:" + address + "?subject=leave%20" + leaveToken + ">");
        headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        headers.put("List-Help", "<" + site.link("/help") + ">, <mailto:" + address + "?subject=help>");
        headers.put("List-Archive", "<" + site.link("/mailing-list/archive") + ">");
        headers.put("List-Subscribe", "<" + site.link("/mailing-list") + ">");
        headers.put("List-Post", "NO");
        headers.put("Precedence", "bulk");
        headers.put("Auto-Submitted", "auto-generated");
        headers.put("Feedback-ID", feedbackId + ":mailing-list:gatepost");
        return headers;
    }

    public String leaveLink(String leaveToken) {
        return site.link("/" + ListMails.LEAVE + "/" + leaveToken);
    }

    public String preferencesLink(String preferencesToken) {
        return site.link("/" + ListMails.PREFERENCES + "/" + preferencesToken);
    }

    public String postal() {
        return postal;
    }
}
