-- Who asks for their data, or for its end, is asking for the mails to their address.
create index mail_by_recipient on mail (recipient);
