package net.gatepost.mailinglist.issue;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.gatepost.briefing.Briefings;
import net.gatepost.briefing.PublishedBriefing;
import net.gatepost.mailinglist.Topic;
import net.gatepost.web.Markdown;
import net.gatepost.web.SiteAddress;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Published briefings in a digest. */
@Component
@Order(2)
class BriefingsPart implements DigestPart {

    private final Briefings briefings;
    private final SiteAddress site;
    private final MessageSource messages;
    private final Clock clock;

    BriefingsPart(Briefings briefings, SiteAddress site, MessageSource messages, Clock clock) {
        this.briefings = briefings;
        this.site = site;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Topic topic() {
        return Topic.BRIEFINGS;
    }

    @Override
    public News of(Duration time, int most) {
        var found = briefings.publishedSince(null, clock.instant().minus(time), most);
        if (found.isEmpty()) {
            return new News(0, "", "");
        }
        String all = "["
                + messages.getMessage("mailinglist.digest.briefings.all", null, Locale.ENGLISH)
                + "](<" + site.link("/briefings") + ">)";
        return new News(
                found.size(),
                found.get(0).headline(),
                Stream.concat(found.stream().map(this::told), Stream.of(all)).collect(Collectors.joining("\n\n")));
    }

    private String told(PublishedBriefing briefing) {
        return "**[" + Markdown.literally(briefing.headline()) + "](<" + site.link(briefing.path()) + ">)**\\\n"
                + Markdown.literally(briefing.topicName()) + "\n\n" + Markdown.literally(briefing.summary());
    }
}
