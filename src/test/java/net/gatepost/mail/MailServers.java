package net.gatepost.mail;

import java.time.Clock;
import net.gatepost.web.SiteAddress;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The site's way of sending, as it is with an SMTP server configured. */
public final class MailServers {

    private MailServers() {}

    public static MassMails smtp(ListableBeanFactory house, int port) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        var configured = new StaticListableBeanFactory();
        configured.addBean("smtp", sender);
        var clock = house.getBean(Clock.class);
        return new MassMails(
                house.getBean(Mails.class),
                new MailTransports()
                        .mailTransport(
                                configured.getBeanProvider(JavaMailSender.class),
                                house.getBean(MimeMails.class),
                                house.getBean(MailFolder.class),
                                clock),
                house.getBean(SiteAddress.class),
                clock);
    }
}
