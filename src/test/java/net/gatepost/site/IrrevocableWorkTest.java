package net.gatepost.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.Task;
import java.util.List;
import net.gatepost.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class IrrevocableWorkTest {

    @Autowired
    List<Task<?>> tasks;

    @Test
    void allWorkThatItKnowsByNameExists() {
        assertThat(tasks).extracting(Task::getName).containsAll(IrrevocableWork.OTHERS);
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
