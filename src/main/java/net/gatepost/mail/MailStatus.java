package net.gatepost.mail;

import java.util.regex.Pattern;

/** What the numbers of mail servers mean (RFC 5321 section 4.2, RFC 3463) for whether an address is good. */
public final class MailStatus {

    private static final Pattern ENHANCED = Pattern.compile("(?<![\\d.])([245])\\.(\\d{1,3})\\.(\\d{1,3})(?![\\d.])");

    private MailStatus() {}

    /**
     * Whether a status such as {@code 5.1.1} says for good that nothing reaches this mailbox. A full mailbox, a message that
     * is too large and a policy that refused it are about one mail or one moment, whatever their first digit.
     */
    public static boolean isForGood(String status) {
        var numbers = ENHANCED.matcher(status);
        if (!numbers.find() || !numbers.group(1).equals("5")) {
            return false;
        }
        String subject = numbers.group(2);
        boolean fullOrTooLarge = (subject.equals("2") && !numbers.group(3).equals("1")) || subject.equals("3");
        boolean refusedAsMail = subject.equals("6") || subject.equals("7");
        return !fullOrTooLarge && !refusedAsMail;
    }

    /** The same of a server's answer, which may lack the longer number: then it is the mailbox that 550, 551 and 553 refuse. */
    static boolean isForGood(int code, String answer) {
        return ENHANCED.matcher(answer).find() ? isForGood(answer) : code == 550 || code == 551 || code == 553;
    }
}
