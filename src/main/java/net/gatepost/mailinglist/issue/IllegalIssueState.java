package net.gatepost.mailinglist.issue;

/** Not possible with an issue that stands where it stands: a colleague, or the sending, was faster. */
class IllegalIssueState extends RuntimeException {

    IllegalIssueState(IssueStatus from, IssueStatus to) {
        super("an issue that is " + from + " can't become " + to);
    }
}
