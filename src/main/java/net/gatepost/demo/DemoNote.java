package net.gatepost.demo;

import java.util.stream.Collectors;
import net.gatepost.site.StartupNote;
import org.springframework.stereotype.Component;

/** Names the demo people on the console. */
@Component
@OnlyInDemo
class DemoNote implements StartupNote {

    private final DemoDesks desks;

    DemoNote(DemoDesks desks) {
        this.desks = desks;
    }

    @Override
    public String text() {
        return desks.people.stream()
                        .map(person -> person.email().value().replaceFirst("@.*", ""))
                        .collect(Collectors.joining(", ", "sign in as ", " @demo.example"))
                + ", passphrase \"" + DemoPerson.PASSPHRASE + "\"";
    }
}
