package net.gatepost.job.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import net.gatepost.TestOpenSearch;
import net.gatepost.account.People;
import net.gatepost.employer.Employers;
import net.gatepost.job.Listings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** The line to OpenSearch is cut and mended: what needs it says so, and the rest of the site does without. */
@ModuleTest
@Tag("search")
@EnabledIfSystemProperty(named = "gatepost.test.search", matches = "opensearch")
class SearchAwayTest {

    @SuppressWarnings("NullAway.Init") // before everything else
    private static Line line;

    @Autowired
    MockMvc browser;

    @Autowired
    Listings listings;

    @Autowired
    Employers employers;

    @Autowired
    ListingIndex index;

    @Autowired
    People people;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient database;

    private String listing;

    @DynamicPropertySource
    static void throughALine(DynamicPropertyRegistry properties) throws IOException {
        line = new Line(URI.create(TestOpenSearch.address()).getPort());
        properties.add("gatepost.search.opensearch", () -> "http://localhost:" + line.port());
        properties.add("gatepost.search.prefix", () -> "line");
    }

    @BeforeEach
    void oneListing() {
        var board = new Board(listings, employers, index, people, clock);
        board.job(board.employer("Company of the line"), "Lineman");
        board.open();
        listing = database.sql("select '/jobs/' || id || '/' || slug from listing where title like 'Lineman%' limit 1")
                .query(String.class)
                .single();
    }

    @AfterAll
    static void end() throws IOException {
        line.cut();
    }

    @Test
    void searchPagesAskToComeBackAndOthersDoWithout() throws Exception {
        line.cut();

        browser.perform(get("/jobs?q=lineman"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().exists("Retry-After"));
        browser.perform(get("/api/jobs?q=lineman")).andExpect(status().isServiceUnavailable());
        browser.perform(get(listing))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Lineman")));

        line.mend();
        assertThat(browser.perform(get("/jobs?q=lineman"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("Lineman");
    }

    /** Passes on what it is sent, until it is cut. */
    private static final class Line {

        private final int to;
        private final int port;
        private final List<Socket> sockets = new CopyOnWriteArrayList<>();
        private ServerSocket door;

        Line(int to) throws IOException {
            this.to = to;
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            this.port = door.getLocalPort();
            accept(door);
        }

        int port() {
            return port;
        }

        void cut() throws IOException {
            door.close();
            for (var socket : sockets) {
                socket.close();
            }
            sockets.clear();
        }

        void mend() throws IOException {
            door = new ServerSocket();
            door.setReuseAddress(true);
            door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            accept(door);
        }

        private void accept(ServerSocket at) {
            run(() -> {
                while (true) {
                    var here = at.accept();
                    var there = new Socket(InetAddress.getLoopbackAddress(), to);
                    sockets.addAll(List.of(here, there));
                    run(() -> here.getInputStream().transferTo(there.getOutputStream()));
                    run(() -> there.getInputStream().transferTo(here.getOutputStream()));
                }
            });
        }

        @FunctionalInterface
        private interface Work {
            void run() throws IOException;
        }

        private static void run(Work work) {
            var thread = new Thread(() -> {
                try {
                    work.run();
                } catch (IOException cut) {
                    // which ends this thread
                }
            });
            thread.setDaemon(true);
            thread.start();
        }
    }
}
