package io.alcove.apiserver.kinds.strategy;

import io.alcove.apiserver.allocation.Addresses;
import java.util.List;

/** Names that are IP addresses in their one canonical text. */
final class AddressNames {

    private AddressNames() {}

    static List<String> check(String name) {
        return Addresses.canonical(name)
                .map(
                        canonical ->
                                canonical.equals(name)
                                        ? List.<String>of()
                                        : List.of(
                                                "must be in canonical form (\""
                                                        + canonical
                                                        + "\")"))
                .orElse(List.of("must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)"));
    }
}
