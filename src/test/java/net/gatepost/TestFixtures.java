package net.gatepost;

import java.time.Clock;
import java.time.Duration;
import net.gatepost.account.People;
import net.gatepost.account.TestConfirmations;
import net.gatepost.employer.Companies;
import net.gatepost.mail.SentMails;
import org.springframework.beans.factory.annotation.Value;
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
    TestConfirmations testConfirmations(Clock clock, @Value("${gatepost.confirmation.good-for}") Duration goodFor) {
        return new TestConfirmations(clock, goodFor);
    }

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }
}
