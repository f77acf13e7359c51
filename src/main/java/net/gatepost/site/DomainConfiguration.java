package net.gatepost.site;

import java.io.IOException;
import net.gatepost.clearance.ClearanceCatalogue;
import net.gatepost.place.Gazetteer;
import net.gatepost.spill.SpillGuard;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;

/** The pure parts of the domain, which know nothing of Spring, as beans. */
@Configuration(proxyBeanMethods = false)
class DomainConfiguration {

    @Bean
    SpillGuard spillGuard() {
        return new SpillGuard();
    }

    @Bean
    Gazetteer gazetteer() {
        return Gazetteer.shipped();
    }

    /** The shipped catalogue, or the operator's own file where {@code gatepost.clearances} names one. */
    @Bean
    ClearanceCatalogue clearanceCatalogue(@Value("${gatepost.clearances:}") String file, ResourceLoader files)
            throws IOException {
        if (file.isBlank()) {
            return ClearanceCatalogue.shipped();
        }
        Resource own = files.getResource(file.contains(":") ? file : "file:" + file);
        try (var in = own.getInputStream()) {
            return ClearanceCatalogue.load(in);
        }
    }
}
