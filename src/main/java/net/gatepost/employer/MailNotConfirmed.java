package net.gatepost.employer;

/** No recruiter of the employer has shown that mail at its domain reaches them. */
public class MailNotConfirmed extends RuntimeException {}
