package net.gatepost.command;

import java.io.PrintStream;

/**
 * Something that an operator asks the jar for instead of serving: {@code java -jar gatepost.jar NAME}, with the configuration
 * that the site has. It runs without pages and without waiting work, and then the process ends.
 */
public interface Command {

    /** As it is typed: lower case, with hyphens. */
    String name();

    /** What it does, in one line for the list of commands. */
    String summary();

    /**
     * Does it, and tells how it went.
     *
     * @return the process's exit code: 0 where all is well
     */
    int run(PrintStream out);
}
