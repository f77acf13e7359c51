package net.gatepost.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandsTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Commands commands = new Commands(List.of(new Counting("tell-two", 2), new Counting("tell-one", 1)));

    private record Counting(String name, int answer) implements Command {

        @Override
        public String summary() {
            return "tells " + answer;
        }

        @Override
        public int run(PrintStream out) {
            out.print("done");
            return answer;
        }
    }

    private int run(String name) {
        return commands.run(name, new PrintStream(printed, true));
    }

    @Test
    void theFirstArgumentThatIsNoOptionNamesTheCommand() {
        assertThat(Commands.in("--gatepost.data=/srv", "tell-one", "more")).contains("tell-one");
        assertThat(Commands.in("--gatepost.demo=true")).isEmpty();
        assertThat(Commands.in()).isEmpty();
    }

    @Test
    void theProcessEndsAsTheCommandSays() {
        assertThat(run("tell-two")).isEqualTo(2);
        assertThat(printed).hasToString("done");
    }

    @Test
    void whoMistypesACommandIsToldWhichThereAre() {
        assertThat(run("tell-tow")).isEqualTo(Commands.NO_SUCH_COMMAND);

        assertThat(printed.toString())
                .contains("no command tell-tow")
                .containsSubsequence("tell-one  tells 1", "tell-two  tells 2");
    }
}
