package io.alcove.cel.library;

import io.alcove.cel.type.CelType;
import io.alcove.cel.value.CelError;
import io.alcove.cel.value.OpaqueValue;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An IP address: four bytes or sixteen. */
final class IpAddress implements OpaqueValue {

    static final CelType TYPE = CelType.opaque("net.IP");

    private static final int IPV4 = 4;

    private final byte[] bytes;

    private IpAddress(byte[] bytes) {
        this.bytes = bytes;
    }

    static IpAddress of(byte[] bytes) {
        return new IpAddress(bytes);
    }

    /** The address, or a CelError that says what is wrong with the text. */
    static Object parse(String text) {
        if (text.indexOf('%') >= 0) {
            return new CelError("IP address \"%s\" with zone value is not allowed".formatted(text));
        }
        byte[] bytes = IpTexts.parse(text);
        if (bytes == null) {
            return new CelError(
                    "IP Address \"%s\" parse error during conversion from string: ParseAddr(\"%s\"): %s"
                            .formatted(text, text, IpTexts.problem(text)));
        }
        return isMapped(bytes)
                ? new CelError("IPv4-mapped IPv6 address \"%s\" is not allowed".formatted(text))
                : new IpAddress(bytes);
    }

    static boolean isMapped(byte[] bytes) {
        if (bytes.length == IPV4) {
            return false;
        }
        for (int i = 0; i < 10; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return bytes[10] == -1 && bytes[11] == -1;
    }

    byte[] bytes() {
        return bytes;
    }

    int family() {
        return bytes.length == IPV4 ? 4 : 6;
    }

    InetAddress address() {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isLinkLocalMulticast() {
        return address().isMCLinkLocal() && (bytes.length > IPV4 || bytes[2] == 0);
    }

    /** Whether hosts can have it: no broadcast, multicast, loopback or link-local address. */
    boolean isGlobalUnicast() {
        InetAddress address = address();
        boolean broadcast =
                bytes.length == IPV4 && Arrays.equals(bytes, new byte[] {-1, -1, -1, -1});
        return !broadcast
                && !address.isAnyLocalAddress()
                && !address.isLoopbackAddress()
                && !address.isMulticastAddress()
                && !address.isLinkLocalAddress();
    }

    @Override
    public CelType type() {
        return TYPE;
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public boolean comparesAtUnitCost() {
        return true;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IpAddress o && Arrays.equals(bytes, o.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return IpTexts.text(bytes);
    }
}
