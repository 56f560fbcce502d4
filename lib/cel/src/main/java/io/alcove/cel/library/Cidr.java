package io.alcove.cel.library;

import io.alcove.cel.type.CelType;
import io.alcove.cel.value.CelError;
import io.alcove.cel.value.OpaqueValue;

/** A network: an address and how many of its first bits belong to it. Bits behind them are kept. */
record Cidr(IpAddress address, int bits) implements OpaqueValue {

    static final CelType TYPE = CelType.opaque("net.CIDR");

    static Object parse(String text) {
        int slash = text.lastIndexOf('/');
        String length = slash < 0 ? "" : text.substring(slash + 1);
        byte[] bytes =
                slash < 0 || text.indexOf('%') >= 0
                        ? null
                        : IpTexts.parse(text.substring(0, slash));
        if (bytes == null || !length.matches("0|[1-9][0-9]{0,2}")) {
            String why = slash < 0 ? "no '/'" : "unable to parse IP";
            return failed("netip.ParsePrefix(\"%s\"): %s".formatted(text, why));
        }
        int bits = Integer.parseInt(length);
        if (bits > bytes.length * Byte.SIZE) {
            return failed("netip.ParsePrefix(\"%s\"): prefix length out of range".formatted(text));
        }
        return IpAddress.isMapped(bytes)
                ? new CelError(
                        "network address parse error during conversion from string: IPv4-mapped"
                                + " IPv6 address \"%s\" is not allowed".formatted(text))
                : new Cidr(IpAddress.of(bytes), bits);
    }

    private static CelError failed(String why) {
        String twice = "network address parse error during conversion from string: ";
        return new CelError(twice + twice + why);
    }

    boolean contains(IpAddress other) {
        return address.bytes().length == other.bytes().length
                && samePrefix(address.bytes(), other.bytes(), bits);
    }

    boolean contains(Cidr other) {
        return bits <= other.bits && contains(other.address);
    }

    private static boolean samePrefix(byte[] one, byte[] other, int bits) {
        int whole = bits / Byte.SIZE;
        for (int i = 0; i < whole; i++) {
            if (one[i] != other[i]) {
                return false;
            }
        }
        int rest = bits % Byte.SIZE;
        return rest == 0 || ((one[whole] ^ other[whole]) & 0xff) >> (Byte.SIZE - rest) == 0;
    }

    Cidr masked() {
        byte[] bytes = address.bytes().clone();
        for (int bit = bits; bit < bytes.length * Byte.SIZE; bit++) {
            bytes[bit / Byte.SIZE] &= (byte) ~(0x80 >> (bit % Byte.SIZE));
        }
        return new Cidr(IpAddress.of(bytes), bits);
    }

    @Override
    public CelType type() {
        return TYPE;
    }

    @Override
    public long size() {
        return (bits + Byte.SIZE - 1L) / Byte.SIZE;
    }

    @Override
    public boolean comparesAtUnitCost() {
        return true;
    }

    @Override
    public String toString() {
        return address + "/" + bits;
    }
}
