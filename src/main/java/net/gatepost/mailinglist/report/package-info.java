/** What mail servers and providers report of the list's mails: bounces and complaints, and mails that ask to leave. */
@NullMarked
package net.gatepost.mailinglist.report;

import org.jspecify.annotations.NullMarked;
