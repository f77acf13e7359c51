package net.gatepost.bench;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server on this machine that takes everything and counts: mails, recipients, and which mail came more than once. */
final class MailSink implements AutoCloseable {

    private final SMTPServer server;
    private final Map<String, AtomicInteger> recipients = new ConcurrentHashMap<>();
    private final AtomicInteger mails = new AtomicInteger();
    private final AtomicLong first = new AtomicLong();
    private final AtomicLong last = new AtomicLong();
    private final AtomicReference<byte[]> sample = new AtomicReference<>();

    MailSink() {
        server = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .insertReceivedHeaders(false)
                .messageHandler((context, from, to, data) -> took(to, data))
                .build();
        server.start();
    }

    private void took(String to, byte[] data) {
        long now = System.nanoTime();
        first.compareAndSet(0, now);
        last.set(now);
        sample.compareAndSet(null, data);
        recipients.computeIfAbsent(to, unknown -> new AtomicInteger()).incrementAndGet();
        mails.incrementAndGet();
    }

    int port() {
        return server.getPortAllocated();
    }

    int mails() {
        return mails.get();
    }

    int recipients() {
        return recipients.size();
    }

    int repeats() {
        return mails.get() - recipients.size();
    }

    /** Of those whose address begins so. */
    int recipients(String beginning) {
        return (int) recipients.keySet().stream()
                .filter(each -> each.startsWith(beginning))
                .count();
    }

    int repeats(String beginning) {
        return recipients.entrySet().stream()
                .filter(each -> each.getKey().startsWith(beginning))
                .mapToInt(each -> each.getValue().get() - 1)
                .sum();
    }

    /** From the first mail to the last. */
    double seconds() {
        return (last.get() - first.get()) / 1e9;
    }

    /** One of the mails as it came. */
    MimeMessage sample(Session session) throws MessagingException, IOException {
        try (InputStream in = new ByteArrayInputStream(sample.get())) {
            return new MimeMessage(session, in);
        }
    }

    static Session session(int port) {
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", String.valueOf(port));
        return Session.getInstance(properties);
    }

    @Override
    public void close() {
        server.stop();
    }
}
