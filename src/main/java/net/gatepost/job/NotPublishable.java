package net.gatepost.job;

import java.util.List;

/** The public may not see a listing as it stands. Nothing was stored. */
public class NotPublishable extends RuntimeException {

    private final transient List<PublicationRules.Problem> problems;

    NotPublishable(List<PublicationRules.Problem> problems) {
        super(problems.toString(), null, false, false);
        this.problems = List.copyOf(problems);
    }

    public List<PublicationRules.Problem> problems() {
        return problems;
    }
}
