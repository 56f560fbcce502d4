package io.alcove.apiserver.kinds.pod;

import io.alcove.apimachinery.names.Names;
import io.alcove.apiserver.kinds.validation.Bytes;
import io.alcove.apiserver.kinds.validation.Inspection;
import java.util.regex.Pattern;

/** securityContext.windowsOptions. */
final class WindowsOptions {

    private static final int MAX_CREDENTIAL_SPEC = 64 * 1024;
    private static final int DOMAIN_LIMIT = 256;
    private static final int MAX_USER = 104;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern NET_BIOS =
            Pattern.compile("[^\\\\/:*?\"<>|.][^\\\\/:*?\"<>|]{0,14}");
    private static final String DNS_LABEL = "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?";
    private static final Pattern DNS = Pattern.compile(DNS_LABEL + "(?:\\." + DNS_LABEL + ")*");
    private static final Pattern ILLEGAL = Pattern.compile("[\"/\\\\:;|=,+*?<>@\\[\\]]");
    private static final Pattern DOTS = Pattern.compile("[. ]+");

    private WindowsOptions() {}

    static void check(Inspection options) {
        if (!options.isPresent()) {
            return;
        }
        Inspection name = options.field("gmsaCredentialSpecName");
        if (name.isPresent()) {
            name.checked(Names::dns1123Subdomain);
        }
        Inspection spec = options.field("gmsaCredentialSpec");
        if (spec.isPresent() && spec.text().isEmpty()) {
            spec.invalid("gmsaCredentialSpec cannot be an empty string");
        } else if (Bytes.length(spec.text()) > MAX_CREDENTIAL_SPEC) {
            spec.invalid("gmsaCredentialSpec size must be under 64 KiB");
        }
        if (options.field("runAsUserName").isPresent()) {
            runAs(options.field("runAsUserName"));
        }
    }

    private static void runAs(Inspection name) {
        String text = name.text();
        String[] parts = text.split("\\\\", -1);
        if (text.isEmpty()) {
            name.invalid("runAsUserName cannot be an empty string");
        } else if (CONTROL.matcher(text).find()) {
            name.invalid("runAsUserName cannot contain control characters");
        } else if (parts.length > 2) {
            name.invalid("runAsUserName cannot contain more than one backslash");
        } else {
            if (parts.length == 2) {
                domain(name, parts[0]);
            }
            user(name, parts[parts.length - 1]);
        }
    }

    private static void domain(Inspection name, String domain) {
        if (Bytes.length(domain) >= DOMAIN_LIMIT) {
            name.invalid("runAsUserName's Domain length must be under 256 characters");
        }
        if (!NET_BIOS.matcher(domain).matches() && !DNS.matcher(domain).matches()) {
            name.invalid("runAsUserName's Domain doesn't match the NetBios nor the DNS format");
        }
    }

    private static void user(Inspection name, String user) {
        if (user.isEmpty()) {
            name.invalid("runAsUserName's User cannot be empty");
        } else if (Bytes.length(user) > MAX_USER) {
            name.invalid("runAsUserName's User length must not be longer than 104 characters");
        }
        if (DOTS.matcher(user).matches()) {
            name.invalid("runAsUserName's User cannot contain only periods or spaces");
        }
        if (ILLEGAL.matcher(user).find()) {
            name.invalid(
                    "runAsUserName's User cannot contain the following characters: \"/\\:;|=,+*?<>@[]");
        }
    }
}
