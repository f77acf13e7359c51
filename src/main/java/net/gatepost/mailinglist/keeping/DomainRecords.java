package net.gatepost.mailinglist.keeping;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.InitialDirContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What a domain's name server says of its mail, asked with little patience. */
@Component
class DomainRecords {

    private static final Logger log = LoggerFactory.getLogger(DomainRecords.class);

    /** No name server knows them. */
    private static final Pattern OWN_USE = Pattern.compile("(?:.*\\.)?(?:localhost|example|invalid|test|local)");

    /** Its text records; empty where the server did not answer, or where there is none to ask. */
    @SuppressWarnings(
            "BanJNDI") // attributes of a name server's answer are texts: nothing is looked up by name or made of it
    Optional<List<String>> texts(String name) {
        if (OWN_USE.matcher(name).matches() || !name.matches("[A-Za-z0-9._-]+")) {
            return Optional.empty();
        }
        var settings = new Hashtable<String, String>();
        settings.put("java.naming.factory.initial", "com.sun.jndi.dns.DnsContextFactory");
        settings.put("com.sun.jndi.dns.timeout.initial", "1000");
        settings.put("com.sun.jndi.dns.timeout.retries", "1");
        try {
            var context = new InitialDirContext(settings);
            try {
                var found = context.getAttributes(name, new String[] {"TXT"}).get("TXT");
                List<String> texts = new ArrayList<>();
                for (int i = 0; found != null && i < found.size(); i++) {
                    texts.add(String.valueOf(found.get(i))
                            .replaceAll("\"\\s*\"", "")
                            .replace("\"", ""));
                }
                return Optional.of(texts);
            } finally {
                context.close();
            }
        } catch (NameNotFoundException none) {
            return Optional.of(List.of());
        } catch (NamingException unanswered) {
            log.debug("No answer about {}", name, unanswered);
            return Optional.empty();
        }
    }
}
