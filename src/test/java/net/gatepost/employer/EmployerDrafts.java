package net.gatepost.employer;

import java.util.concurrent.atomic.AtomicInteger;

/** Makes drafts for tests; each claims what no other does. */
public final class EmployerDrafts {

    private static final String CODE = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final AtomicInteger NUMBER = new AtomicInteger(1);
    private static final AtomicInteger CAGES = new AtomicInteger(1);

    private EmployerDrafts() {}

    public static EmployerDraft any() {
        return named("Testing Works " + NUMBER.getAndIncrement());
    }

    public static EmployerDraft named(String name) {
        int number = NUMBER.getAndIncrement();
        String eleven = "TESTERAB" + code(number);
        return new EmployerDraft(
                name,
                new Domain("works" + number + ".example"),
                cage(),
                new UniqueEntityId(eleven + UniqueEntityId.checkDigit(eleven)),
                "https://works" + number + ".example/",
                "We test **things**.",
                null);
    }

    /** A code that nobody else in this run has: counted, because random ones meet sooner or later. */
    public static CageCode cage() {
        int number = CAGES.getAndIncrement();
        return new CageCode((number / 10 % 10) + code(number / 100) + (number % 10));
    }

    /** Three characters that tell this number. */
    private static String code(int number) {
        int base = CODE.length();
        return "" + CODE.charAt(number / base / base % base) + CODE.charAt(number / base % base)
                + CODE.charAt(number % base);
    }
}
