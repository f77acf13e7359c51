package net.gatepost.command;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the command that was asked for. */
@Component
public class Commands {

    /** As of a shell: used wrongly. */
    static final int NO_SUCH_COMMAND = 2;

    /** The profile that commands run in: {@code application-command.yaml} says what a command does without. */
    public static final String PROFILE = "command";

    private final List<Command> all;

    Commands(List<Command> all) {
        this.all = all.stream().sorted(Comparator.comparing(Command::name)).toList();
    }

    /** The name of a command among the arguments: the first that is not an option. */
    public static Optional<String> in(String... arguments) {
        return Arrays.stream(arguments)
                .filter(argument -> !argument.startsWith("-"))
                .findFirst();
    }

    /** @return the exit code */
    public int run(String name, PrintStream out) {
        var found = all.stream().filter(command -> command.name().equals(name)).findFirst();
        if (found.isEmpty()) {
            out.println("There is no command " + name + ". There are:");
            all.forEach(command -> out.println("  " + command.name() + "  " + command.summary()));
            return NO_SUCH_COMMAND;
        }
        return found.get().run(out);
    }
}
