package net.gatepost;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The one process: web pages, waiting work and the embedded stores. */
@SpringBootApplication
public class GatepostApplication {

    public static void main(String[] args) {
        SpringApplication.run(GatepostApplication.class, args);
    }
}
