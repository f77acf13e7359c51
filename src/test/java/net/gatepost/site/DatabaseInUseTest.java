package net.gatepost.site;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import net.gatepost.GatepostApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Who starts a second process on an H2 database is told so, and what to do. */
@Tag("module")
@ExtendWith(OutputCaptureExtension.class)
class DatabaseInUseTest {

    @TempDir
    Path data;

    private URLClassLoader other;
    private Connection held;

    /** Another H2 than ours, which holds the file as another process does. */
    @BeforeEach
    void anotherProcessHasItOpen() throws Exception {
        var jar = Class.forName("org.h2.Driver")
                .getProtectionDomain()
                .getCodeSource()
                .getLocation();
        other = new URLClassLoader(new URL[] {jar}, ClassLoader.getPlatformClassLoader());
        var driver = (Driver)
                other.loadClass("org.h2.Driver").getDeclaredConstructor().newInstance();
        held = driver.connect(url(), new Properties());
    }

    @AfterEach
    void letGo() throws Exception {
        held.close();
        other.close();
    }

    private String url() {
        return "jdbc:h2:" + data + "/db/gatepost";
    }

    @Test
    void itsFailureIsExplained() {
        var refusal = catchThrowableOfType(SQLException.class, () -> DriverManager.getConnection(url()));

        var analysis = requireNonNull(new DatabaseInUse().analyze(new IllegalStateException("no bean", refusal)));

        assertThat(analysis.getDescription()).contains("open in another process");
        assertThat(analysis.getAction()).contains("Stop it first", "PostgreSQL");
    }

    @Test
    void anotherFailureOfTheDatabaseIsNotTakenForIt() {
        var failure =
                new IllegalStateException("no bean", new SQLException("Wrong user name or password", "28000", 28000));

        assertThat(new DatabaseInUse().analyze(failure)).isNull();
    }

    @Test
    void aCommandEndsWithThatAndNotWithAStackTrace(CapturedOutput printed) {
        assertThatThrownBy(() -> GatepostApplication.run(
                        "check-index", "--gatepost.data=" + data, "--spring.datasource.url=" + url()))
                .hasStackTraceContaining("already in use");

        assertThat(printed.toString())
                .contains("The database in gatepost.data is open in another process: the site is running.")
                .contains("Stop it first")
                .doesNotContain("\tat ");
    }
}
