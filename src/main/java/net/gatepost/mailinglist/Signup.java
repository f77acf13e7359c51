package net.gatepost.mailinglist;

import java.util.Set;
import net.gatepost.mail.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's wish that an address join the list, with what proves later what was agreed to. No network address is part
 * of it: it would prove little and tell much about this audience.
 *
 * @param briefings how often they come, where they are among the topics
 * @param wording the words beside the form that was sent
 * @param sourcePage the page that the form was on, as far as the browser said; never with a token in it
 */
public record Signup(
        EmailAddress email,
        Set<Topic> topics,
        Often briefings,
        String wording,
        @Nullable String sourcePage) {

    public static final int WORDING_MAX = 500;
    public static final int SOURCE_PAGE_MAX = 200;

    public Signup {
        if (topics.isEmpty()) {
            throw new IllegalArgumentException("a signup names at least one topic");
        }
        if (wording.length() > WORDING_MAX || (sourcePage != null && sourcePage.length() > SOURCE_PAGE_MAX)) {
            throw new IllegalArgumentException("too long to be kept as proof");
        }
        topics = Set.copyOf(topics);
    }

    /** With briefings once a week. */
    public Signup(EmailAddress email, Set<Topic> topics, String wording, @Nullable String sourcePage) {
        this(email, topics, Often.WEEKLY, wording, sourcePage);
    }

    @Override
    public String toString() {
        return "Signup[" + email.masked() + ", " + topics + "]";
    }
}
