package net.gatepost.mailinglist.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Where a request comes from, as far as a limit should tell apart: an IPv4 address, or the 64 bits of an IPv6 address that
 * one household has to itself. Kept only in a limit's memory, never stored.
 */
record Network(String value) {

    private static final int IPV6_NETWORK_BYTES = 8;

    /** A literal, so that reading it asks no name server. */
    private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:.]+");

    static Network of(String remoteAddress) {
        String literal = remoteAddress.replaceFirst("%.*", "");
        if (!LITERAL.matcher(literal).matches()) {
            return new Network("unknown");
        }
        try {
            var address = InetAddress.getByName(literal);
            byte[] bytes = address.getAddress();
            return new Network(HexFormat.of()
                    .formatHex(address instanceof Inet6Address ? Arrays.copyOf(bytes, IPV6_NETWORK_BYTES) : bytes));
        } catch (UnknownHostException notAnAddress) {
            return new Network("unknown");
        }
    }
}
