package io.alcove.dns.wire;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** An address of either family, as the data of an A or AAAA record. */
public final class IpAddress {

    private static final int V4_BYTES = 4;
    private static final int V6_BYTES = 16;
    private static final int V6_GROUPS = 8;

    private final byte[] bytes;

    private IpAddress(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Reads a literal; empty where the text is none. */
    public static Optional<IpAddress> parse(String text) {
        byte[] bytes = text.indexOf(':') < 0 ? v4(text) : v6(text);
        return bytes.length == 0 ? Optional.empty() : Optional.of(new IpAddress(bytes));
    }

    public boolean isV4() {
        return bytes.length == V4_BYTES;
    }

    /** A or AAAA. */
    public int recordType() {
        return isV4() ? RecordType.A : RecordType.AAAA;
    }

    /** The name that a PTR record of this address stands at. */
    public DnsName reverseName() {
        StringBuilder name = new StringBuilder();
        if (isV4()) {
            for (int i = V4_BYTES - 1; i >= 0; i--) {
                name.append(bytes[i] & 0xff).append('.');
            }
            name.append("in-addr.arpa");
        } else {
            String digits = HexFormat.of().formatHex(bytes);
            for (int i = digits.length() - 1; i >= 0; i--) {
                name.append(digits.charAt(i)).append('.');
            }
            name.append("ip6.arpa");
        }
        return DnsName.parse(name.toString()).orElseThrow();
    }

    void copyTo(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, bytes.length);
    }

    int length() {
        return bytes.length;
    }

    private static byte[] v4(String text) {
        byte[] bytes = new byte[V4_BYTES];
        int at = 0;
        for (int i = 0; i < V4_BYTES; i++) {
            int start = at;
            int value = 0;
            while (at < text.length() && at - start < 3 && isDigit(text.charAt(at))) {
                value = value * 10 + text.charAt(at++) - '0';
            }
            boolean leadingZero = at - start > 1 && text.charAt(start) == '0';
            boolean last = i == V4_BYTES - 1;
            boolean ends =
                    last ? at == text.length() : at < text.length() && text.charAt(at++) == '.';
            if (at == start || value > 255 || leadingZero || !ends || (!last && at == start + 1)) {
                return new byte[0];
            }
            bytes[i] = (byte) value;
        }
        return bytes;
    }

    private static byte[] v6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            int[] groups = groups(text);
            return groups.length == V6_GROUPS ? v6Bytes(groups, new int[0]) : new byte[0];
        }
        String tail = text.substring(gap + 2);
        int[] before = groups(text.substring(0, gap));
        int[] after = groups(tail);
        boolean valid =
                (gap == 0 || before.length > 0)
                        && (tail.isEmpty() || after.length > 0)
                        && before.length + after.length < V6_GROUPS;
        return valid ? v6Bytes(before, after) : new byte[0];
    }

    /** None where there is not one, or one is wrong. */
    private static int[] groups(String text) {
        int[] groups = new int[V6_GROUPS];
        int count = 0;
        int digits = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && text.charAt(i) != ':') {
                int digit = Character.digit(text.charAt(i), 16);
                if (digit < 0 || ++digits > 4 || count == V6_GROUPS || text.charAt(i) > 'f') {
                    return new int[0];
                }
                groups[count] = groups[count] << 4 | digit;
            } else if (digits == 0) {
                return new int[0];
            } else {
                count++;
                digits = 0;
            }
        }
        return Arrays.copyOf(groups, count);
    }

    private static byte[] v6Bytes(int[] before, int[] after) {
        byte[] bytes = new byte[V6_BYTES];
        for (int i = 0; i < before.length; i++) {
            put(bytes, i, before[i]);
        }
        for (int i = 0; i < after.length; i++) {
            put(bytes, V6_GROUPS - after.length + i, after[i]);
        }
        return bytes;
    }

    private static void put(byte[] bytes, int group, int value) {
        bytes[group * 2] = (byte) (value >> 8);
        bytes[group * 2 + 1] = (byte) value;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IpAddress address && Arrays.equals(bytes, address.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** The address in hexadecimal digits. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
