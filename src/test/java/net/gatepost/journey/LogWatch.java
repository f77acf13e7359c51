package net.gatepost.journey;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the server has logged, for a look at whether it names anybody. */
final class LogWatch extends AppenderBase<ILoggingEvent> {

    private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]+@[\\w-]+\\.[\\w.]+");
    private static final Pattern LINK =
            Pattern.compile("/(confirm|reset|undo|leave|preferences|search|all|mail)/[\\w.-]{20,}");

    private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();

    static LogWatch begin() {
        var watch = new LogWatch();
        watch.setContext(root().getLoggerContext());
        watch.start();
        root().addAppender(watch);
        return watch;
    }

    /** Ends the watch; nothing is taken down after it. */
    void end() {
        root().detachAppender(this);
        stop();
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @Override
    protected void append(ILoggingEvent event) {
        String trace = event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
        lines.add(event.getFormattedMessage() + " " + event.getMDCPropertyMap() + " " + trace);
    }

    /** The lines that hold an address, a link of a mail, a passphrase or the name of somebody who has an account. */
    List<String> personal(JdbcClient database) {
        var names = database.sql("select name from account").query(String.class).list();
        List<String> personal = new ArrayList<>();
        for (String line : lines) {
            if (ADDRESS.matcher(line).find()
                    || LINK.matcher(line).find()
                    || line.contains("cleared for demo only")
                    || names.stream().anyMatch(line::contains)) {
                personal.add(line);
            }
        }
        return personal;
    }
}
