package net.gatepost.audit;

import java.io.PrintStream;
import net.gatepost.command.Command;
import org.springframework.stereotype.Component;

/** Looks whether the chain of the audit trail still holds. */
@Component
class VerifyAudit implements Command {

    private final AuditChain chain;

    VerifyAudit(AuditChain chain) {
        this.chain = chain;
    }

    @Override
    public String name() {
        return "verify-audit";
    }

    @Override
    public String summary() {
        return "looks whether the audit trail was changed";
    }

    @Override
    public int run(PrintStream out) {
        var verdict = chain.verifyStanding();
        if (!verdict.isWhole()) {
            out.println("The audit trail was changed: entry " + verdict.brokenAt() + " does not fit.");
            return 1;
        }
        out.println("The audit trail is whole: " + verdict.links() + " links, the last one " + verdict.head()
                + ". Note it elsewhere: it shows whether the end was cut off.");
        return 0;
    }
}
