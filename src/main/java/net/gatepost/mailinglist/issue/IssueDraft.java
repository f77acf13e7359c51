package net.gatepost.mailinglist.issue;

import net.gatepost.mailinglist.Often;
import net.gatepost.mailinglist.Topic;
import org.jspecify.annotations.Nullable;

/**
 * What an issue says and to whom.
 *
 * @param often only to those who want briefings so often; null to all of the topic
 * @param body Markdown
 */
record IssueDraft(Topic topic, @Nullable Often often, String subject, String body, Segment segment) {

    static final int SUBJECT_MAX = 150;
    static final int BODY_MAX = 50_000;
}
