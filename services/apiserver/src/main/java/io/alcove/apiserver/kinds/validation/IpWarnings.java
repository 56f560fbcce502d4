package io.alcove.apiserver.kinds.validation;

import io.alcove.apiserver.allocation.Addresses;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** Of addresses and ranges that are taken, but not in the text that they should have. */
public final class IpWarnings {

    private IpWarnings() {}

    public static void ip(Inspection ip, Consumer<String> texts) {
        String value = ip.text();
        IpText address = IpText.parse(value);
        if (address == null) {
            return;
        }
        String canonical = plain(address);
        if (address.leadingZeros() || address.mapped()) {
            texts.accept(
                    "%s: non-standard IP address \"%s\" is invalid: use \"%s\""
                            .formatted(ip.path(), value, canonical));
        } else if (address.isV6() && !canonical.equals(value)) {
            texts.accept(
                    "%s: IPv6 address \"%s\" should be in RFC 5952 canonical format (\"%s\")"
                            .formatted(ip.path(), value, canonical));
        }
    }

    private static String plain(IpText address) {
        // Java reads a mapped address as the IPv4 address that it stands for
        String text = address.address().getHostAddress();
        return Optional.of(text).flatMap(Addresses::canonical).orElse(text);
    }

    public static void cidr(Inspection cidr, Consumer<String> texts) {
        String value = cidr.text();
        if (!IpRules.isCidr(value)) {
            return;
        }
        int slash = value.indexOf('/');
        IpText address = Objects.requireNonNull(IpText.parse(value.substring(0, slash)));
        int bits = Integer.parseInt(value.substring(slash + 1));
        int size = address.bytes().length * 8;
        String masked = plain(masked(address, bits)) + "/" + bits;
        boolean isAmbiguous = !masked.equals(plain(address) + "/" + bits);
        if (isAmbiguous) {
            texts.accept(
                    "%s: CIDR value \"%s\" is ambiguous in this context (should be \"%s\" or \"%s/%d\"?)"
                            .formatted(cidr.path(), value, masked, plain(address), size));
        }
        boolean zeros =
                address.leadingZeros()
                        || (value.length() > slash + 2 && value.charAt(slash + 1) == '0');
        if (zeros || address.mapped()) {
            texts.accept(
                    "%s: non-standard CIDR value \"%s\" is invalid: use \"%s\""
                            .formatted(cidr.path(), value, masked));
        } else if (!isAmbiguous && address.isV6() && !masked.equals(value)) {
            texts.accept(
                    "%s: IPv6 CIDR value \"%s\" should be in RFC 5952 canonical format (\"%s\")"
                            .formatted(cidr.path(), value, masked));
        }
    }

    private static IpText masked(IpText address, int bits) {
        byte[] bytes = address.bytes().clone();
        for (int bit = bits; bit < bytes.length * 8; bit++) {
            bytes[bit / 8] &= (byte) ~(1 << (7 - bit % 8));
        }
        return new IpText(bytes, address.leadingZeros(), address.mapped());
    }
}
