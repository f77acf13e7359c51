package net.gatepost.employer.web;

import java.util.UUID;
import net.gatepost.employer.Team;
import net.gatepost.web.Moments;

/** An invitation that waits on somebody's hiring desk. */
record AskedRow(UUID id, String employer, boolean owner, String ends) {

    static AskedRow of(Team.Asked asked) {
        return new AskedRow(asked.id(), asked.employer().name(), asked.owner(), Moments.told(asked.endsAt()));
    }
}
