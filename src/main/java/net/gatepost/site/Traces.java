package net.gatepost.site;

import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sends traces where an operator wants them, without anything that tells of a person. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(TracingOnDemand.ENDPOINT)
class Traces {

    @Bean
    SpanExporters spanExporters(List<SpanExporter> exporters) {
        return SpanExporters.of(exporters.stream().map(BareSpans::new).toList());
    }
}
