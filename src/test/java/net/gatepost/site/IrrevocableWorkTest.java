package net.gatepost.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.Task;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.gatepost.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class IrrevocableWorkTest {

    @Autowired
    List<Task<?>> tasks;

    @Test
    void allWorkThatItKnowsByNameExists() {
        Set<String> known = new HashSet<>(IrrevocableWork.OTHERS);
        // Only where a folder for it is configured.
        known.remove("backup");

        assertThat(tasks).extracting(Task::getName).containsAll(known);
    }

    @Test
    void whatDeletesIsIrrevocableAndSendingMailIsNot() {
        assertThat(tasks)
                .extracting(Task::getName)
                .filteredOn(IrrevocableWork::isIrrevocable)
                .contains("mail-retention", "account-retention", "rate-limit-retention", "second-factor-end")
                .doesNotContain("mail", "saved-search-matching", "index-build", "audit-linking");
    }
}
