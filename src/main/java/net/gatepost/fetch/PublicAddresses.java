package net.gatepost.fetch;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/**
 * Which addresses belong to the public Internet, after the IANA registries of special-purpose addresses (RFC 6890 and its
 * successors). What is not known to be public is not.
 */
final class PublicAddresses {

    private PublicAddresses() {}

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address
                ? isPublicV4(bytes)
                : address instanceof Inet6Address && isPublicV6(bytes);
    }

    private static boolean isPublicV4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        int third = bytes[2] & 0xff;
        boolean special = first == 0
                || first == 10
                || first == 127
                || first >= 224
                || first == 100 && second >= 64 && second <= 127
                || first == 169 && second == 254
                || first == 172 && second >= 16 && second <= 31
                || first == 192 && second == 0 && (third == 0 || third == 2)
                || first == 192 && second == 88 && third == 99
                || first == 192 && second == 168
                || first == 198 && (second == 18 || second == 19)
                || first == 198 && second == 51 && third == 100
                || first == 203 && second == 0 && third == 113;
        return !special;
    }

    /** Global unicast (2000::/3) alone, without what stands for an IPv4 address or for documentation. */
    private static boolean isPublicV6(byte[] bytes) {
        boolean unicast = (bytes[0] & 0xe0) == 0x20;
        boolean special = startsWith(bytes, 0x20, 0x01, 0x00) // Teredo, ORCHID and others of 2001::/23
                || startsWith(bytes, 0x20, 0x01, 0x01)
                || startsWith(bytes, 0x20, 0x01, 0x0d, 0xb8)
                || startsWith(bytes, 0x20, 0x02)
                || startsWith(bytes, 0x3f, 0xff);
        return unicast && !special;
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        return Arrays.equals(bytes, 0, prefix.length, bytesOf(prefix), 0, prefix.length);
    }

    private static byte[] bytesOf(int... values) {
        var bytes = new byte[values.length];
        for (int at = 0; at < values.length; at++) {
            bytes[at] = (byte) values[at];
        }
        return bytes;
    }
}
