package net.gatepost.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Chooses SMTP where {@code spring.mail.host} is set (Boot then makes a sender), else the folder {@code mail}. */
@Configuration(proxyBeanMethods = false)
class MailTransports {

    private static final DateTimeFormatter FILE_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS").withZone(ZoneOffset.UTC);

    @Bean
    MailTransport mailTransport(ObjectProvider<JavaMailSender> smtp, MimeMails mimes, MailFolder folder, Clock clock) {
        var sender = smtp.getIfAvailable();
        if (sender instanceof JavaMailSenderImpl configured) {
            return () -> new Smtp(configured, mimes);
        }
        return () -> new InFolder(mimes, folder.path(), clock);
    }

    /** The folder that mails are written to where no SMTP server is configured. */
    @Bean
    MailFolder mailFolder(@Value("${gatepost.data}") Path data) {
        return new MailFolder(data.resolve("mail"));
    }

    /** One connection to the server, with the account and the properties that Boot read. */
    private static final class Smtp implements MailTransport.Connection {

        private final Session session;
        private final Transport transport;
        private final MimeMails mimes;

        Smtp(JavaMailSenderImpl configured, MimeMails mimes) throws MessagingException {
            this.session = configured.getSession();
            this.mimes = mimes;
            String protocol = configured.getProtocol();
            this.transport = session.getTransport(protocol == null ? JavaMailSenderImpl.DEFAULT_PROTOCOL : protocol);
            transport.connect(
                    configured.getHost(), configured.getPort(), configured.getUsername(), configured.getPassword());
        }

        @Override
        public void send(Mail mail) throws MessagingException {
            var message = mimes.toMime(mail, session);
            try {
                transport.sendMessage(message, message.getAllRecipients());
            } catch (IllegalStateException broken) {
                // So it says where the connection broke after the answer to the mail before.
                throw new MessagingException("The connection is closed", broken);
            }
        }

        @Override
        public void close() throws MessagingException {
            transport.close();
        }
    }

    private record InFolder(MimeMails mimes, Path folder, Clock clock) implements MailTransport.Connection {

        @Override
        public void send(Mail mail) throws MessagingException, IOException {
            Files.createDirectories(folder);
            String name = FILE_TIME.format(clock.instant()) + "-" + mail.id() + ".eml";
            Path unfinished = Files.createTempFile(folder, "unfinished", ".tmp");
            try (var out = Files.newOutputStream(unfinished)) {
                mimes.toMime(mail, Session.getInstance(new Properties())).writeTo(out);
            }
            Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        }

        @Override
        public void close() {
            // A folder needs no leaving.
        }
    }
}
