package net.gatepost;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/**
 * A test against the whole application with its real templates, filters and migrations, without a server. Runs on H2 and
 * again on a real PostgreSQL. Waiting work stands still: mails stay where {@code SentMails} can read them.
 *
 * <p>Classes that need nothing else share one application. One that has an application to itself closes it with
 * {@code @DirtiesContext}: each that stays asks its database for changes fifty times a second, to the end of the run.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("module")
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@ContextConfiguration(initializers = TestDatabase.class)
@ExtendWith(TestClock.Reset.class)
@Import(TestFixtures.class)
@TestPropertySource(
        properties = {
            "gatepost.work.enabled=false",
            // Whoever a test makes signs in with a passphrase alone; SecondFactorTest asks for more.
            "gatepost.second-factor.required=false",
            // All tests of a context search from one address within a minute.
            "gatepost.limits.searches=0",
            // Some bring in thousands of listings and count them.
            "gatepost.search.counted-up-to=1000000",
            "gatepost.mailing-list.webhook-token=" + ModuleTest.WEBHOOK_TOKEN,
            "spring.jpa.properties.hibernate.search.coordination.event_processor.polling_interval=20",
            // Building an index waits for the agents to notice, which by default they do every two seconds.
            "spring.jpa.properties.hibernate.search.coordination.event_processor.pulse_interval=50",
            "spring.jpa.properties.hibernate.search.coordination.mass_indexer.polling_interval=20",
            "spring.jpa.properties.hibernate.search.coordination.mass_indexer.pulse_interval=50"
        })
public @interface ModuleTest {

    /** What a mail provider shows when it reports a bounce. */
    String WEBHOOK_TOKEN = "a token of the tests' mail provider";
}
