package io.alcove.dns.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A name in wire form (each label behind its length, an empty one at the end), in lower case, so
 * that equal bytes are equal names.
 */
public final class DnsName {

    public static final DnsName ROOT = new DnsName(new byte[1]);

    static final int MAX_LENGTH = 255;
    static final int MAX_LABEL = 63;

    private final byte[] bytes;
    private final int hash;

    private DnsName(byte[] bytes) {
        this.bytes = bytes;
        this.hash = Arrays.hashCode(bytes);
    }

    /** Takes valid wire form in any case. */
    static DnsName ofWire(byte[] from, int offset, int length) {
        byte[] bytes = Arrays.copyOfRange(from, offset, offset + length);
        for (int i = 0; i < length; i++) {
            byte b = bytes[i];
            if (b >= 'A' && b <= 'Z') { // no length is as large
                bytes[i] = (byte) (b + ('a' - 'A'));
            }
        }
        return new DnsName(bytes);
    }

    /** Reads {@code a.b.c}, with or without a dot at the end; empty where it is no name. */
    public static Optional<DnsName> parse(String text) {
        String relative = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        if (relative.isEmpty()) {
            return text.isEmpty() ? Optional.empty() : Optional.of(ROOT);
        }
        byte[] wire = new byte[Math.min(relative.length(), MAX_LENGTH) + 2];
        int end = 0;
        for (String label : relative.split("\\.", -1)) {
            byte[] octets = label.getBytes(StandardCharsets.UTF_8);
            if (!isLabel(octets) || end + octets.length + 2 > Math.min(wire.length, MAX_LENGTH)) {
                return Optional.empty();
            }
            wire[end++] = (byte) octets.length;
            System.arraycopy(octets, 0, wire, end, octets.length);
            end += octets.length;
        }
        return Optional.of(ofWire(wire, 0, end + 1));
    }

    /** The name one label below; empty where it would be too long. */
    public Optional<DnsName> child(String label) {
        byte[] octets = label.getBytes(StandardCharsets.UTF_8);
        if (!isLabel(octets) || octets.length + 1 + bytes.length > MAX_LENGTH) {
            return Optional.empty();
        }
        byte[] wire = new byte[octets.length + 1 + bytes.length];
        wire[0] = (byte) octets.length;
        System.arraycopy(octets, 0, wire, 1, octets.length);
        System.arraycopy(bytes, 0, wire, 1 + octets.length, bytes.length);
        return Optional.of(ofWire(wire, 0, wire.length));
    }

    /** The name without its first label; the root's is the root. */
    public DnsName parent() {
        int skipped = bytes[0] + 1;
        return skipped >= bytes.length
                ? ROOT
                : new DnsName(Arrays.copyOfRange(bytes, skipped, bytes.length));
    }

    /** The first label; empty for the root. */
    public String firstLabel() {
        return new String(bytes, 1, bytes[0], StandardCharsets.US_ASCII);
    }

    public boolean isBelowOrEqual(DnsName zone) {
        int start = bytes.length - zone.bytes.length;
        if (start < 0 || !Arrays.equals(bytes, start, bytes.length, zone.bytes, 0, zone.length())) {
            return false;
        }
        int label = 0;
        while (label < start) {
            label += bytes[label] + 1;
        }
        return label == start;
    }

    /** Bytes in wire form. */
    public int length() {
        return bytes.length;
    }

    void copyTo(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, bytes.length);
    }

    private static boolean isLabel(byte[] octets) {
        return octets.length > 0 && octets.length <= MAX_LABEL;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DnsName name
                && hash == name.hash
                && Arrays.equals(bytes, name.bytes);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** The name with a dot at its end. */
    @Override
    public String toString() {
        if (bytes.length == 1) {
            return ".";
        }
        StringBuilder text = new StringBuilder();
        for (int at = 0; bytes[at] != 0; at += bytes[at] + 1) {
            text.append(new String(bytes, at + 1, bytes[at], StandardCharsets.US_ASCII))
                    .append('.');
        }
        return text.toString();
    }
}
