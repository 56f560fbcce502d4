package io.alcove.apiserver.allocation;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * A range of addresses ("10.96.0.0/16").
 *
 * @param base the first address, whose host bits are zero
 */
public record Cidr(InetAddress base, int prefix) {

    /** The second address: what the {@code kubernetes} Service holds. */
    public static final int FIRST_HOST = 1;

    private static final int BITS_PER_BYTE = 8;

    /**
     * @throws IllegalArgumentException where the text is no range
     */
    public static Cidr parse(String text) {
        int slash = text.indexOf('/');
        InetAddress address =
                Addresses.parse(slash < 0 ? "" : text.substring(0, slash))
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "invalid CIDR address: " + text));
        int prefix = prefix(text.substring(slash + 1), text);
        int bits = address.getAddress().length * BITS_PER_BYTE;
        if (prefix < 0 || prefix > bits) {
            throw new IllegalArgumentException("invalid CIDR address: " + text);
        }
        int hostBits = bits - prefix;
        BigInteger masked = number(address).shiftRight(hostBits).shiftLeft(hostBits);
        return new Cidr(address(masked, bits), prefix);
    }

    private static int prefix(String text, String whole) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException _) {
            throw new IllegalArgumentException("invalid CIDR address: " + whole);
        }
    }

    public String ipFamily() {
        return bits() == Integer.SIZE ? "IPv4" : "IPv6";
    }

    /** How many addresses the range has, or Integer.MAX_VALUE where they are more. */
    public int size() {
        int hostBits = bits() - prefix;
        return hostBits >= Integer.SIZE - 1 ? Integer.MAX_VALUE : 1 << hostBits;
    }

    public InetAddress at(int index) {
        return address(number(base).add(BigInteger.valueOf(index)), bits());
    }

    /** The place of an address in the range, or -1 where it is outside or beyond {@link #size}. */
    public int indexOf(InetAddress address) {
        if (address.getAddress().length * BITS_PER_BYTE != bits()) {
            return -1;
        }
        BigInteger index = number(address).subtract(number(base));
        boolean inside = index.signum() >= 0 && index.compareTo(BigInteger.valueOf(size())) < 0;
        return inside ? index.intValue() : -1;
    }

    private int bits() {
        return base.getAddress().length * BITS_PER_BYTE;
    }

    private static BigInteger number(InetAddress address) {
        return new BigInteger(1, address.getAddress());
    }

    private static InetAddress address(BigInteger number, int bits) {
        byte[] bytes = new byte[bits / BITS_PER_BYTE];
        byte[] digits = number.toByteArray();
        int length = Math.min(bytes.length, digits.length);
        System.arraycopy(digits, digits.length - length, bytes, bytes.length - length, length);
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return Addresses.text(base) + "/" + prefix;
    }
}
