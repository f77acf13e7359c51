package net.gatepost.candidate;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface LookRepository extends JpaRepository<Look, UUID> {}
