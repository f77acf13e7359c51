package net.gatepost.journey;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/**
 * A test that walks the running demo site in Chromium, as a person would. Takes a {@link Traveller} as argument; every
 * page that one sees is checked by axe in light and dark, and at 320 px.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("journey")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@ContextConfiguration(initializers = JourneyServer.class)
@TestPropertySource(
        properties = {
            "gatepost.demo=true",
            "gatepost.demo.listings=120",
            "gatepost.demo.candidates=20",
            "gatepost.work.poll-interval=200ms"
        })
@ExtendWith(Travellers.class)
@interface Journey {}
