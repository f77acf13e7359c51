package net.gatepost.mailinglist.issue;

/** Somebody changed the issue after the form was filled from it. */
class StaleIssue extends RuntimeException {}
