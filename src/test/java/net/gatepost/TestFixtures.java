package net.gatepost;

import net.gatepost.account.People;
import net.gatepost.employer.Companies;
import net.gatepost.mail.SentMails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** What module tests may inject besides the application's own beans. */
@TestConfiguration(proxyBeanMethods = false)
@Import({Companies.class, People.class, SentMails.class})
public class TestFixtures {

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }
}
