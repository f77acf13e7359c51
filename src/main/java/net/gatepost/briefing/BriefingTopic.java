package net.gatepost.briefing;

/**
 * A topic that briefings stand under.
 *
 * @param slug its name in addresses; never changes
 * @param description one sentence
 * @param retired whether nothing new is written under it; what was stays where it is
 */
public record BriefingTopic(String slug, String name, String description, boolean retired) {

    public static final int LONGEST_NAME = 80;
    public static final int LONGEST_DESCRIPTION = 300;

    public String path() {
        return "/briefings/topics/" + slug;
    }
}
