package net.gatepost.briefing;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface TopicRepository extends JpaRepository<Topic, String> {

    /** A handful: an operator's table of contents. */
    List<Topic> findAllByOrderByPositionAscSlugAsc();
}
