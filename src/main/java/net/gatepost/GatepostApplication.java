package net.gatepost;

import java.util.Map;
import net.gatepost.account.ReplayErasures;
import net.gatepost.backup.BareSite;
import net.gatepost.command.Commands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.core.env.MapPropertySource;

/** The one process: web pages, waiting work and the embedded stores. Given the name of a command, it does that instead. */
@SpringBootApplication
public class GatepostApplication {

    public static void main(String[] args) {
        var command = Commands.in(args);
        if (command.isEmpty()) {
            new SpringApplication(GatepostApplication.class).run(args);
            return;
        }
        System.exit(run(command.get(), args));
    }

    /** @return the exit code */
    public static int run(String command, String... args) {
        if (!BareSite.COMMANDS.contains(command)) {
            return run(command, new SpringApplication(GatepostApplication.class), args);
        }
        var bare = new SpringApplication(BareSite.class);
        bare.setWebApplicationType(WebApplicationType.NONE);
        int exitCode = run(command, bare, args);
        return exitCode == 0 && command.equals(BareSite.RESTORE) ? run(ReplayErasures.NAME, args) : exitCode;
    }

    private static int run(String command, SpringApplication application, String... args) {
        application.setAdditionalProfiles(Commands.PROFILE);
        // Before all else: the ports of the site's configuration may be open already, by the site.
        application.addInitializers(context -> context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        Commands.PROFILE, Map.of("server.port", "-1", "management.server.port", "-1"))));
        var context = application.run(args);
        int exitCode = context.getBean(Commands.class).run(command, System.out);
        return SpringApplication.exit(context, () -> exitCode);
    }
}
