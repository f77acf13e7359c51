package net.gatepost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The map of the house, verified and drawn: a module uses only what it says it may. */
class ModulesTest {

    private static final Path MAP = Path.of("docs", "modules.md");

    private final ApplicationModules modules = ApplicationModules.of(GatepostApplication.class);

    @Test
    void everyModuleUsesOnlyWhatItDeclares() {
        modules.verify();
    }

    /** Drawn by the build, so that it cannot rot; sorted, so that it changes only when the house does. */
    @Test
    void theMapIsDrawnAfresh() throws IOException {
        String arrows = modules.stream()
                .flatMap(module -> module.getDirectDependencies(modules)
                        .uniqueStream(dependency -> dependency.getTargetModule())
                        .map(dependency -> dependency.getTargetModule())
                        .map(used -> "    " + name(module) + " --> " + name(used)))
                .sorted()
                .collect(Collectors.joining("\n"));
        Files.writeString(MAP, """
                # The modules and what each uses

                Drawn by `ModulesTest`, which also fails when a module uses what it does not declare.

                ```mermaid
                flowchart TD
                %s
                ```
                """.formatted(arrows));
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }
}
