package io.alcove.apiserver.kinds.pod;

import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.PathRules;
import java.util.List;

/** What the security contexts of pods and of containers share. */
final class SecurityParts {

    private static final List<String> PROFILES =
            List.of("Localhost", "RuntimeDefault", "Unconfined");
    private static final int MAX_PROFILE = 4095;

    private SecurityParts() {}

    /** Of a user or a group. */
    static void id(Inspection id) {
        if (id.isPresent()) {
            id.inRange(0, Integer.MAX_VALUE);
        }
    }

    static void seccomp(Inspection profile) {
        if (!profile.isPresent()) {
            return;
        }
        Inspection type = profile.field("type");
        if (type.isGiven()) {
            type.oneOf(PROFILES);
        } else {
            type.missing("type is required when seccompProfile is set");
        }
        Inspection local = profile.field("localhostProfile");
        if (!type.is("Localhost")) {
            if (local.isPresent()) {
                local.invalid(
                        profile.structs().of("core.SeccompProfile", profile.node()),
                        "can only be set when seccomp type is Localhost");
            }
        } else if (local.isPresent()) {
            PathRules.descending(local);
        } else {
            local.missing("must be set when seccomp type is Localhost");
        }
    }

    static void appArmor(Inspection profile) {
        if (!profile.isPresent()) {
            return;
        }
        Inspection type = profile.field("type");
        Inspection local = profile.field("localhostProfile");
        switch (type.text()) {
            case "Localhost" -> localhost(local);
            case "RuntimeDefault", "Unconfined" -> {
                if (local.isPresent()) {
                    local.invalid("can only be set when AppArmor type is Localhost");
                }
            }
            case "" -> type.missing("type is required when appArmorProfile is set");
            default -> type.notSupported(PROFILES);
        }
    }

    private static void localhost(Inspection local) {
        String text = local.text();
        if (!local.isPresent()) {
            local.missing("must be set when AppArmor type is Localhost");
        } else if (!text.equals(text.strip())) {
            local.invalid("must not be padded with whitespace");
        } else if (text.isEmpty()) {
            local.missing("must be set when AppArmor type is Localhost");
        }
        if (text.length() > MAX_PROFILE) {
            local.tooLong(MAX_PROFILE);
        }
    }
}
