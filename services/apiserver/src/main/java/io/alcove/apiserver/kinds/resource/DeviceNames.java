package io.alcove.apiserver.kinds.resource;

import io.alcove.apimachinery.names.Names;
import io.alcove.apiserver.kinds.validation.Bytes;
import io.alcove.apiserver.kinds.validation.Inspection;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of drivers, pools, attributes and shares. */
final class DeviceNames {

    private static final int LONGEST_DRIVER = 63;
    private static final int LONGEST_POOL = 253;
    private static final int LONGEST_IDENTIFIER = 32;
    private static final Pattern UID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private DeviceNames() {}

    static void driver(Inspection driver) {
        if (driver.required()) {
            driver(driver, driver.text());
        }
    }

    private static void driver(Inspection at, String driver) {
        if (Bytes.length(driver) > LONGEST_DRIVER) {
            at.tooLong(LONGEST_DRIVER);
        }
        Names.dns1123Subdomain(driver.toLowerCase(Locale.ROOT))
                .forEach(problem -> at.invalid(driver, problem));
    }

    static void pool(Inspection pool) {
        if (!pool.required()) {
            return;
        }
        if (Bytes.length(pool.text()) > LONGEST_POOL) {
            pool.tooLong(LONGEST_POOL);
        }
        for (String part : pool.text().split("/", -1)) {
            Names.dns1123Subdomain(part).forEach(problem -> pool.invalid(part, problem));
        }
    }

    /**
     * @param at where problems are told of, which need not be where the name stands
     */
    static void qualified(Inspection at, String name) {
        String[] parts = name.split("/", -1);
        if (parts.length == 1) {
            identifier(at, name);
        } else if (parts.length == 2) {
            if (parts[0].isEmpty()) {
                at.invalid("", "the domain must not be empty");
            } else {
                driver(at, parts[0]);
            }
            if (parts[1].isEmpty()) {
                at.invalid("", "the name must not be empty");
            } else {
                identifier(at, parts[1]);
            }
        }
    }

    static void fullyQualified(Inspection name) {
        qualified(name, name.text());
        if (name.text().indexOf('/') < 0) {
            name.invalid(
                    name.text(),
                    "a fully qualified name must be a domain and a name separated by a slash");
        }
    }

    private static void identifier(Inspection at, String identifier) {
        if (Bytes.length(identifier) > LONGEST_IDENTIFIER) {
            at.tooLong(LONGEST_IDENTIFIER);
        }
        Names.cIdentifier(identifier).forEach(problem -> at.invalid(identifier, problem));
    }

    static void share(Inspection share) {
        if (!UID.matcher(share.text()).matches()) {
            share.invalid(
                    share.text(),
                    "uid must be in RFC 4122 normalized form,"
                            + " `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx` with lowercase hexadecimal"
                            + " characters");
        }
    }
}
