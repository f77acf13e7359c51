package net.gatepost.briefing;

/**
 * A topic that briefings stand under.
 *
 * @param slug its name in addresses; never changes
 * @param description one sentence
 */
public record BriefingTopic(String slug, String name, String description) {

    public String path() {
        return "/briefings/topics/" + slug;
    }
}
