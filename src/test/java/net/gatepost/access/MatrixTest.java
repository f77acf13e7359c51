package net.gatepost.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import net.gatepost.ModuleTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A test that asks for every page as everybody: the demo is there, and whatever is off by default is on. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ModuleTest
@Import(Things.class)
@TestPropertySource(
        properties = {
            "gatepost.demo=true",
            "gatepost.demo.listings=20",
            "gatepost.demo.candidates=10",
            "spring.ssl.bundle.pem.cards.truststore.certificate=classpath:net/gatepost/access/cards.pem",
            "gatepost.smart-card.bundle=cards",
            "gatepost.smart-card.address=https://localhost:8443"
        })
@interface MatrixTest {}
