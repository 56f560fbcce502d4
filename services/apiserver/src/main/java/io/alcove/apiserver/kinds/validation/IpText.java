package io.alcove.apiserver.kinds.validation;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/**
 * An address as upstream has always read it: leading zeros are taken, and told apart.
 *
 * @param bytes 4 or 16
 * @param leadingZeros whether an IPv4 part has zeros before it, which newer fields refuse
 * @param mapped an IPv4 address in IPv6 text
 */
record IpText(byte[] bytes, boolean leadingZeros, boolean mapped) {

    private static final int V4 = 4;
    private static final int V6 = 16;
    private static final int MAX_DIGITS = 8;

    /** Null where the text is no address. */
    static @Nullable IpText parse(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '.') {
                return parseV4(text);
            }
            if (text.charAt(i) == ':') {
                return parseV6(text);
            }
        }
        return null;
    }

    boolean isV6() {
        return bytes.length == V6 && !mapped;
    }

    InetAddress address() {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable IpText parseV4(String text) {
        byte[] bytes = new byte[V4];
        boolean zeros = false;
        int at = 0;
        for (int i = 0; i < V4; i++) {
            if (i > 0) {
                if (at >= text.length() || text.charAt(at) != '.') {
                    return null;
                }
                at++;
            }
            int start = at;
            int value = 0;
            while (at < text.length() && isDigit(text.charAt(at)) && at - start < MAX_DIGITS) {
                value = value * 10 + text.charAt(at++) - '0';
            }
            if (at == start || value > 0xff) {
                return null;
            }
            zeros |= at - start > 1 && text.charAt(start) == '0';
            bytes[i] = (byte) value;
        }
        return at == text.length() ? new IpText(bytes, zeros, false) : null;
    }

    private static @Nullable IpText parseV6(String text) {
        int dot = text.indexOf('.');
        String head = text;
        byte[] tail = new byte[0];
        boolean zeros = false;
        if (dot >= 0) {
            int colon = text.lastIndexOf(':');
            IpText v4 = colon < 0 ? null : parseV4(text.substring(colon + 1));
            if (v4 == null) {
                return null;
            }
            tail = v4.bytes;
            zeros = v4.leadingZeros;
            head = text.substring(0, colon + 1);
            head = head.endsWith("::") ? head : head.substring(0, head.length() - 1);
        }
        byte[] bytes = new byte[V6];
        int limit = V6 - tail.length;
        int gap = head.indexOf("::");
        int before = groups(gap < 0 ? head : head.substring(0, gap), bytes, limit);
        if (before < 0 || (gap < 0 && before != limit)) {
            return null;
        }
        if (gap >= 0) {
            byte[] end = new byte[V6];
            int after = groups(head.substring(gap + 2), end, limit);
            if (after < 0 || before + after >= limit) {
                return null;
            }
            System.arraycopy(end, 0, bytes, limit - after, after);
        }
        System.arraycopy(tail, 0, bytes, limit, tail.length);
        return new IpText(bytes, zeros, isMapped(bytes));
    }

    /** The number of bytes that the groups filled, or -1. */
    private static int groups(String text, byte[] into, int limit) {
        if (text.isEmpty()) {
            return 0;
        }
        int at = 0;
        for (String group : text.split(":", -1)) {
            if (at >= limit) {
                return -1;
            }
            int value = hex(group);
            if (value < 0) {
                return -1;
            }
            into[at++] = (byte) (value >> 8);
            into[at++] = (byte) value;
        }
        return at;
    }

    private static int hex(String group) {
        if (group.isEmpty() || group.length() > MAX_DIGITS) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < group.length(); i++) {
            int digit = Character.digit(group.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            value = value * 16 + digit;
        }
        return value > 0xffff ? -1 : (int) value;
    }

    private static boolean isMapped(byte[] bytes) {
        for (int i = 0; i < 10; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return bytes[10] == (byte) 0xff && bytes[11] == (byte) 0xff;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
