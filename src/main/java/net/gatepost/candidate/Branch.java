package net.gatepost.candidate;

/** The forces that somebody may have served in: those of the countries whose clearances the catalogue ships. */
public enum Branch {
    US_ARMY,
    US_MARINE_CORPS,
    US_NAVY,
    US_AIR_FORCE,
    US_SPACE_FORCE,
    US_COAST_GUARD,
    US_ARMY_RESERVE,
    US_NAVY_RESERVE,
    US_MARINE_CORPS_RESERVE,
    US_AIR_FORCE_RESERVE,
    US_COAST_GUARD_RESERVE,
    US_ARMY_NATIONAL_GUARD,
    US_AIR_NATIONAL_GUARD,
    UK_ROYAL_NAVY,
    UK_ROYAL_MARINES,
    UK_BRITISH_ARMY,
    UK_ROYAL_AIR_FORCE,
    CANADIAN_ARMED_FORCES,
    AUSTRALIAN_DEFENCE_FORCE,
    OTHER;

    /** The key of its name in the messages. */
    public String messageKey() {
        return "candidate.branch." + name();
    }
}
