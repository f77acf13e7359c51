package net.gatepost.mail;

import java.nio.file.Path;

/** The folder that holds one {@code .eml} file a mail where no SMTP server is configured; may not exist yet. */
public record MailFolder(Path path) {}
