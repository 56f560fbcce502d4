package io.alcove.apiserver.kinds.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.alcove.apiserver.allocation.Addresses;
import java.net.InetAddress;

/**
 * Addresses and ranges of them. Legacy fields once took other spellings, so an update may keep
 * those that it had.
 */
public final class IpRules {

    private static final String NO_IP =
            "must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)";
    private static final String NO_CIDR =
            "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)";

    private IpRules() {}

    public static boolean legacyIp(Inspection ip) {
        return legacyIp(ip, MissingNode.getInstance());
    }

    /**
     * Whether it is valid.
     *
     * @param kept a list of texts that are taken unseen
     */
    public static boolean legacyIp(Inspection ip, JsonNode kept) {
        return contains(kept, ip.text()) || parsed(ip);
    }

    private static boolean contains(JsonNode list, String text) {
        for (JsonNode each : list) {
            if (each.asText("").equals(text)) {
                return true;
            }
        }
        return false;
    }

    private static boolean parsed(Inspection ip) {
        IpText address = IpText.parse(ip.text());
        if (address == null) {
            ip.invalid(ip.text(), NO_IP);
            return false;
        }
        if (address.leadingZeros()) {
            ip.invalid("must not have leading 0s");
        } else if (address.mapped()) {
            ip.invalid("must not be an IPv4-mapped IPv6 address");
        } else {
            return true;
        }
        return false;
    }

    /** An address in its one canonical text. */
    public static void strictIp(Inspection ip) {
        if (parsed(ip)) {
            String canonical = Addresses.canonical(ip.text()).orElse("");
            if (!canonical.equals(ip.text())) {
                ip.invalid("must be in canonical form (\"" + canonical + "\")");
            }
        }
    }

    public static boolean legacyCidr(Inspection cidr) {
        return legacyCidr(cidr, cidr.text());
    }

    public static boolean legacyCidr(Inspection cidr, String text) {
        int slash = text.indexOf('/');
        IpText address = slash < 0 ? null : IpText.parse(text.substring(0, slash));
        int bits = address == null ? -1 : prefixLength(text.substring(slash + 1));
        if (address == null || bits < 0 || bits > address.bytes().length * 8) {
            cidr.invalid(text, NO_CIDR);
            return false;
        }
        String prefix = text.substring(slash + 1);
        if (address.leadingZeros() || (prefix.length() > 1 && prefix.startsWith("0"))) {
            cidr.invalid(text, "must not have leading 0s in IP or prefix length");
        } else if (address.mapped()) {
            cidr.invalid(text, "must not have an IPv4-mapped IPv6 address");
        } else if (!isMasked(address.bytes(), bits)) {
            cidr.invalid(text, "must not have bits set beyond the prefix length");
        } else {
            return true;
        }
        return false;
    }

    /** A range in its one canonical text. */
    public static void strictCidr(Inspection cidr) {
        if (legacyCidr(cidr)) {
            String text = cidr.text();
            int slash = text.indexOf('/');
            String canonical =
                    Addresses.canonical(text.substring(0, slash)).orElse("")
                            + text.substring(slash);
            if (!canonical.equals(text)) {
                cidr.invalid("must be in canonical form (\"" + canonical + "\")");
            }
        }
    }

    private static int prefixLength(String text) {
        if (text.isEmpty() || text.length() > 8) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + c - '0';
        }
        return value;
    }

    private static boolean isMasked(byte[] bytes, int bits) {
        for (int bit = bits; bit < bytes.length * 8; bit++) {
            if ((bytes[bit / 8] >> (7 - bit % 8) & 1) != 0) {
                return false;
            }
        }
        return true;
    }

    public static boolean isCidr(String text) {
        int slash = text.indexOf('/');
        IpText address = slash < 0 ? null : IpText.parse(text.substring(0, slash));
        int bits = address == null ? -1 : prefixLength(text.substring(slash + 1));
        return address != null && bits >= 0 && bits <= address.bytes().length * 8;
    }

    /** Whether one valid range lies in another and is smaller. */
    public static boolean isStrictlyInside(String part, String whole) {
        IpText inner = IpText.parse(part.substring(0, part.indexOf('/')));
        IpText outer = IpText.parse(whole.substring(0, whole.indexOf('/')));
        int innerBits = prefixLength(part.substring(part.indexOf('/') + 1));
        int outerBits = prefixLength(whole.substring(whole.indexOf('/') + 1));
        if (inner == null || outer == null || outerBits >= innerBits) {
            return false;
        }
        if (inner.bytes().length != outer.bytes().length) {
            return false;
        }
        for (int bit = 0; bit < outerBits; bit++) {
            int shift = 7 - bit % 8;
            int a = inner.bytes()[bit / 8] >> shift & 1;
            int b = outer.bytes()[bit / 8] >> shift & 1;
            if (a != b) {
                return false;
            }
        }
        return true;
    }

    public static boolean isIp(String text) {
        return IpText.parse(text) != null;
    }

    public static boolean isV6(String text) {
        IpText address = IpText.parse(text);
        return address != null && address.isV6();
    }

    public static boolean isV6Cidr(String text) {
        int slash = text.indexOf('/');
        return slash > 0 && isV6(text.substring(0, slash));
    }

    /** An address that endpoints may have: none that means the host itself or its link. */
    public static void endpointIp(Inspection ip) {
        String text = ip.text();
        IpText parsed = IpText.parse(text);
        if (parsed == null) {
            ip.invalid(text, "must be a valid IP address");
            return;
        }
        InetAddress address = parsed.address();
        if (address.isAnyLocalAddress()) {
            ip.invalid("may not be unspecified (" + text + ")");
        }
        if (address.isLoopbackAddress()) {
            ip.invalid("may not be in the loopback range (127.0.0.0/8, ::1/128)");
        }
        if (address.isLinkLocalAddress()) {
            ip.invalid("may not be in the link-local range (169.254.0.0/16, fe80::/10)");
        }
        if (isLinkLocalMulticast(address.getAddress())) {
            ip.invalid("may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)");
        }
    }

    private static boolean isLinkLocalMulticast(byte[] bytes) {
        if (bytes.length == 4) {
            return bytes[0] == (byte) 224 && bytes[1] == 0 && bytes[2] == 0;
        }
        return bytes[0] == (byte) 0xff && (bytes[1] & 0x0f) == 2;
    }
}
