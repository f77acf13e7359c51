package net.gatepost.apply;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** What somebody answered to a question of the listing, with the question as it was asked. */
@Embeddable
public record Answer(
        @Column(nullable = false) String question,
        @Column(nullable = false) String answer) {

    public static final int LONGEST = 1000;

    /** Withheld: an application belongs in no log. */
    @Override
    public String toString() {
        return "Answer[withheld]";
    }
}
