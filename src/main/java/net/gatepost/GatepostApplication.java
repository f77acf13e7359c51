package net.gatepost;

import net.gatepost.command.Commands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The one process: web pages, waiting work and the embedded stores. Given the name of a command, it does that instead. */
@SpringBootApplication
public class GatepostApplication {

    public static void main(String[] args) {
        var application = new SpringApplication(GatepostApplication.class);
        var command = Commands.in(args);
        if (command.isEmpty()) {
            application.run(args);
            return;
        }
        application.setAdditionalProfiles(Commands.PROFILE);
        var context = application.run(args);
        int exitCode = context.getBean(Commands.class).run(command.get(), System.out);
        System.exit(SpringApplication.exit(context, () -> exitCode));
    }
}
