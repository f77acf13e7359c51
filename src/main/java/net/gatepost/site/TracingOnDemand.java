package net.gatepost.site;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Leaves out all of tracing unless it is configured where traces go: until then it costs nothing. Logs are never sent that way. */
class TracingOnDemand implements AutoConfigurationImportFilter, EnvironmentAware {

    static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";

    private static final String TRACING = "org.springframework.boot.micrometer.tracing.";
    private static final String SDK = "org.springframework.boot.opentelemetry.";
    private static final String LOGS = SDK + "autoconfigure.logging.";

    private boolean isWanted;

    @Override
    public void setEnvironment(Environment environment) {
        isWanted = StringUtils.hasText(environment.getProperty(ENDPOINT));
    }

    @Override
    public boolean[] match(String[] candidates, AutoConfigurationMetadata metadata) {
        var matches = new boolean[candidates.length];
        for (int i = 0; i < candidates.length; i++) {
            matches[i] = isMatch(candidates[i]);
        }
        return matches;
    }

    private boolean isMatch(@Nullable String candidate) {
        if (candidate == null) {
            return false;
        }
        boolean isTracing = candidate.startsWith(TRACING) || candidate.startsWith(SDK);
        return !isTracing || (isWanted && !candidate.startsWith(LOGS));
    }
}
