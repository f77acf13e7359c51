package net.gatepost.employer.web;

import java.util.List;
import java.util.UUID;
import net.gatepost.employer.EmployerView;
import net.gatepost.employer.Team;
import net.gatepost.web.Moments;

/**
 * Who recruits for one employer.
 *
 * @param others the other employers that the viewer recruits for
 */
record TeamPage(
        EmployerView employer, List<EmployerView> others, boolean owns, List<Person> people, List<Open> invitations) {

    record Person(UUID id, String name, String email, boolean atDomain, boolean owner, boolean self, String since) {}

    record Open(UUID id, String email, boolean owner, String ends) {}

    static TeamPage of(Team.Roster roster, List<EmployerView> all, UUID viewerId) {
        return new TeamPage(
                roster.employer(),
                all.stream()
                        .filter(each -> !each.id().equals(roster.employer().id()))
                        .toList(),
                roster.viewerOwns(),
                roster.colleagues().stream()
                        .map(each -> new Person(
                                each.id(),
                                each.name(),
                                each.email(),
                                each.atDomain(),
                                each.owner(),
                                each.accountId().equals(viewerId),
                                Moments.told(each.since())))
                        .toList(),
                roster.invitations().stream()
                        .map(each -> new Open(each.id(), each.email(), each.owner(), Moments.told(each.endsAt())))
                        .toList());
    }
}
