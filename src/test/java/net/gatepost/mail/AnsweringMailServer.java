package net.gatepost.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server on the wire whose answers a test decides. */
public final class AnsweringMailServer implements AutoCloseable {

    /** A mail that the server has taken, whether or not it lived to say so. */
    public record Taken(String recipient, String messageId) {}

    /** What the server answers; it takes whatever nothing is thrown at. */
    public interface Answers {

        default void sender() throws RejectException, Dropped {}

        default void recipient(String address) throws RejectException, Dropped {}

        default void mail(String recipient) throws RejectException, Dropped {}

        /** The mail is taken by now. */
        default void afterwards(String recipient) throws Dropped {}
    }

    /** The connection breaks without an answer. */
    public static final class Dropped extends Exception {}

    private final Map<Integer, Socket> sockets = new ConcurrentHashMap<>();
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final SMTPServer server;
    private volatile Answers answers = new Answers() {};

    public AnsweringMailServer() {
        server = SMTPServer.port(0)
                .messageHandlerFactory(Conversation::new)
                .serverSocketFactory(Listener::new)
                .build();
        server.start();
    }

    public int port() {
        return server.getPortAllocated();
    }

    public void answers(Answers decided) {
        answers = decided;
    }

    public List<Taken> taken() {
        return List.copyOf(taken);
    }

    @Override
    public void close() {
        server.stop();
    }

    private final class Listener extends ServerSocket {

        Listener() throws IOException {}

        @Override
        public void bind(java.net.SocketAddress wanted, int backlog) throws IOException {
            super.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), backlog);
        }

        @Override
        public Socket accept() throws IOException {
            var socket = super.accept();
            sockets.put(socket.getPort(), socket);
            return socket;
        }
    }

    private final class Conversation implements MessageHandler {

        private final MessageContext context;
        private String recipient = "";

        Conversation(MessageContext context) {
            this.context = context;
        }

        @Override
        public void from(String sender) throws RejectException {
            try {
                answers.sender();
            } catch (Dropped dropped) {
                drop();
            }
        }

        @Override
        public void recipient(String address) throws RejectException {
            recipient = address;
            try {
                answers.recipient(address);
            } catch (Dropped dropped) {
                drop();
            }
        }

        @Override
        public String data(InputStream data) throws RejectException, IOException {
            try {
                var mail = new MimeMessage(Session.getInstance(new Properties()), data);
                answers.mail(recipient);
                taken.add(new Taken(recipient, mail.getMessageID()));
                answers.afterwards(recipient);
            } catch (Dropped dropped) {
                drop();
            } catch (MessagingException unreadable) {
                throw new IOException(unreadable);
            }
            return "Taken";
        }

        private void drop() {
            try {
                var from = (InetSocketAddress) context.getRemoteAddress();
                Objects.requireNonNull(sockets.get(from.getPort())).close();
            } catch (IOException failure) {
                throw new java.io.UncheckedIOException(failure);
            }
        }

        @Override
        public void done() {
            // Nothing is kept for the next one.
        }
    }
}
