package net.gatepost.demo;

import java.util.List;
import net.gatepost.account.Desk;
import net.gatepost.account.NewAccount;
import net.gatepost.mail.EmailAddress;

/** One of the people whom a newcomer signs in as. */
record DemoPerson(EmailAddress email, String name, Desk desk, boolean administrator, String employerDomain) {

    /** Everybody's in the demo; it is printed in the manual. */
    static final String PASSPHRASE = "cleared for demo only";

    static List<DemoPerson> all() {
        return ContentFile.rows("people.tsv", 5).stream()
                .map(cells -> new DemoPerson(
                        new EmailAddress(cells.get(0) + "@demo.example"),
                        cells.get(1),
                        Desk.valueOf(cells.get(2)),
                        cells.get(3).equals("yes"),
                        cells.get(4)))
                .toList();
    }

    boolean recruitsFor(String domain) {
        return employerDomain.equals(domain);
    }

    NewAccount account() {
        return new NewAccount(name, email, PASSPHRASE, desk, administrator);
    }
}
