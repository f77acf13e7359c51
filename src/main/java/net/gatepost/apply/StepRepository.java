package net.gatepost.apply;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface StepRepository extends JpaRepository<Step, UUID> {

    List<Step> findByApplicationIdOrderById(UUID applicationId);

    @Modifying(flushAutomatically = true)
    @Query("update Step s set s.words = null where s.applicationId = :applicationId")
    void forgetWordsOf(UUID applicationId);

    @Modifying(flushAutomatically = true)
    @Query("update Step s set s.movedBy = null where s.movedBy = :accountId")
    void forgetWhoMoved(UUID accountId);
}
