package net.gatepost.account;

import java.io.PrintStream;
import java.util.Locale;
import net.gatepost.command.Command;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Erases again whom a restored database holds although they were erased. {@code restore} ends with it; whoever brings a database
 * back by other means runs it before the site starts.
 */
@Component
public class ReplayErasures implements Command {

    public static final String NAME = "replay-erasures";

    private final ErasedList erased;
    private final Erasures erasures;
    private final MessageSource messages;

    ReplayErasures(ErasedList erased, Erasures erasures, MessageSource messages) {
        this.erased = erased;
        this.erasures = erasures;
        this.messages = messages;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "erases again whom a restored database holds although they were erased";
    }

    @Override
    public int run(PrintStream out) {
        var all = erased.all();
        int again = 0;
        for (var id : all) {
            var settled = erasures.eraseAgain(id);
            if (settled.isPresent()) {
                again++;
                settled.get()
                        .forEach(left -> out.println("Nobody settles this any more, so an administrator has to: "
                                + messages.getMessage(
                                        left.messageKey(), left.arguments().toArray(), Locale.ENGLISH)));
            }
        }
        out.println("Erased again: " + again + " of the " + all.size() + " in " + erased
                + ". If there is a newer list, put it there and run " + NAME + " once more.");
        return 0;
    }
}
