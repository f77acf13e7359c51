package net.gatepost.backup;

import java.time.Clock;
import java.util.Set;
import javax.sql.DataSource;
import net.gatepost.command.Commands;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * What {@link #COMMANDS} run in: the site's configuration and its database as it is. The whole site would migrate it first, and
 * then nothing could be restored into it any more.
 */
@Import({Commands.class, Backups.class, MakeBackup.class, Restore.class})
@ImportAutoConfiguration(PropertyPlaceholderAutoConfiguration.class)
@EnableConfigurationProperties(DataSourceProperties.class)
public class BareSite {

    /** What else belongs to it takes the whole site: erasing again who was erased since. */
    public static final String RESTORE = "restore";

    static final String BACKUP = "backup";

    public static final Set<String> COMMANDS = Set.of(BACKUP, RESTORE);

    /** Without a pool: a database that is not there, or open elsewhere, is told of once and by its own error. */
    @Bean
    DataSource dataSource(DataSourceProperties details) {
        return details.initializeDataSourceBuilder()
                .type(SimpleDriverDataSource.class)
                .build();
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
