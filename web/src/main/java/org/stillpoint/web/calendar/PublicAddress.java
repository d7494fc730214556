package org.stillpoint.web.calendar;

import java.net.Inet4Address;
import java.net.InetAddress;

/** Whether an address of a machine is one of the open internet: nothing of this machine, of its network, or of nobody. */
final class PublicAddress {
    private PublicAddress() {}

    /** By the registries of special addresses of IANA (IPv4, IPv6; read 2026). */
    static boolean is(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        int[] octets = octets(address);
        return address instanceof Inet4Address ? isPublic4(octets) : isPublic6(octets);
    }

    private static int[] octets(InetAddress address) {
        byte[] bytes = address.getAddress();
        int[] octets = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            octets[i] = bytes[i] & 0xFF;
        }
        return octets;
    }

    private static boolean isPublic4(int[] octets) {
        int first = octets[0];
        int second = octets[1];
        boolean shared = first == 100 && second >= 64 && second < 128;
        boolean special = first == 192 && second == 0 && (octets[2] == 0 || octets[2] == 2);
        boolean relay = first == 192 && second == 88 && octets[2] == 99;
        boolean measured = first == 198 && (second == 18 || second == 19 || second == 51 && octets[2] == 100);
        boolean example = first == 203 && second == 0 && octets[2] == 113;
        return first != 0 && first < 224 && !shared && !special && !relay && !measured && !example;
    }

    /** Of what is given out at all, without what carries another address in it or is for examples. */
    private static boolean isPublic6(int[] octets) {
        boolean global = octets[0] >= 0x20 && octets[0] < 0x40;
        boolean special = octets[0] == 0x20 && octets[1] == 0x01 && octets[2] < 0x02;
        boolean example = octets[0] == 0x20 && octets[1] == 0x01 && octets[2] == 0x0d && octets[3] == 0xb8;
        boolean carries4 = octets[0] == 0x20 && octets[1] == 0x02;
        boolean documented = octets[0] == 0x3f && octets[1] == 0xff;
        return global && !special && !example && !carries4 && !documented;
    }
}
