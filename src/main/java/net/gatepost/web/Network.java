package net.gatepost.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where a request comes from, as limits count it: an IPv4 address, or the /64 that an IPv6 address lies in, because one
 * line is given at least that many addresses.
 */
public record Network(String value) {

    private static final int PREFIX_BYTES = 8;

    /** @param remoteAddress as the container gives it: an address in digits, never a name that would be looked up */
    public static Network of(String remoteAddress) {
        boolean isDigits = remoteAddress.matches("[0-9.]+") || remoteAddress.contains(":");
        if (!isDigits) {
            return new Network("unknown");
        }
        try {
            var address = InetAddress.getByName(remoteAddress);
            return new Network(
                    address instanceof Inet6Address
                            ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), PREFIX_BYTES)) + "/64"
                            : address.getHostAddress());
        } catch (UnknownHostException notAnAddress) {
            return new Network("unknown");
        }
    }
}
