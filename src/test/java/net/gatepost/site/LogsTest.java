package net.gatepost.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import net.gatepost.web.Faults;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LogsTest {

    @Test
    void everyRequestHasANumberOfItsOwnInTheLogAndInItsAnswer() throws Exception {
        var request = new MockHttpServletRequest();
        request.addHeader(RequestId.HEADER, "mine");
        var response = new MockHttpServletResponse();
        var logged = new AtomicReference<String>();

        new RequestId().doFilter(request, response, (during, unused) -> logged.set(MDC.get(Faults.REQUEST)));

        assertThat(response.getHeader(RequestId.HEADER)).matches("[0-9a-f]{16}").isEqualTo(logged.get());
        assertThat(MDC.get(Faults.REQUEST)).isNull();
    }

    @Test
    void whoMeetsAFaultIsGivenTheNumberOfTheRequest() throws Exception {
        var response = new MockHttpServletResponse();
        var told = new AtomicReference<String>();

        new RequestId()
                .doFilter(
                        new MockHttpServletRequest(),
                        response,
                        (request, unused) -> told.set(Faults.log(
                                (MockHttpServletRequest) request, new IllegalStateException("for the test"))));

        assertThat(told.get()).isEqualTo(response.getHeader(RequestId.HEADER));
    }

    @Test
    void aProductionSiteLogsInJsonUnlessItIsToldOtherwise() {
        assertThat(format(new MockEnvironment())).isNull();
        assertThat(format(new MockEnvironment().withProperty("gatepost.production", "true")))
                .isEqualTo("logstash");
        assertThat(format(new MockEnvironment()
                        .withProperty("gatepost.production", "true")
                        .withProperty("logging.structured.format.console", "ecs")))
                .isEqualTo("ecs");
    }

    private static @Nullable String format(MockEnvironment environment) {
        new ProductionDefaults().postProcessEnvironment(environment, new SpringApplication());
        return environment.getProperty("logging.structured.format.console");
    }
}
