package net.gatepost.candidate;

import static java.util.Objects.requireNonNull;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The certifications that the US Department of Defense accepts for cyber work, with the areas that advertisements name
 * them by. The areas are the baseline categories of DoD 8570.01-M, which DoDM 8140.03 (15 February 2023) replaced by
 * work roles and which contracts still quote.
 */
public final class CertificationList {

    private static final String SHIPPED = "certifications.csv";

    private final Map<String, Known> byCode = new LinkedHashMap<>();

    /** @param areas such as {@code IAT II; IAM I} */
    public record Known(String code, String name, String issuer, String areas) {}

    private static final class Shipped {
        static final CertificationList LIST = new CertificationList();
    }

    private CertificationList() {
        try (var file = requireNonNull(CertificationList.class.getResourceAsStream(SHIPPED), SHIPPED);
                var lines =
                        CsvReader.builder().ofNamedCsvRecord(new String(file.readAllBytes(), StandardCharsets.UTF_8))) {
            for (var line : lines) {
                var known = new Known(
                        line.getField("code"), line.getField("name"), line.getField("issuer"), line.getField("areas"));
                if (byCode.put(known.code(), known) != null) {
                    throw new IllegalStateException(SHIPPED + " names " + known.code() + " twice");
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The list that comes with Gatepost. */
    public static CertificationList shipped() {
        return Shipped.LIST;
    }

    public Collection<Known> all() {
        return byCode.values();
    }

    public Optional<Known> byCode(String code) {
        return Optional.ofNullable(byCode.get(code));
    }
}
