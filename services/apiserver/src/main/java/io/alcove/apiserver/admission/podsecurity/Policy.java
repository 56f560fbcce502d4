package io.alcove.apiserver.admission.podsecurity;

import io.alcove.apimachinery.status.StatusCause;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** What a namespace's pods are held to, by its labels over the cluster's defaults. */
record Policy(LevelVersion enforce, LevelVersion audit, LevelVersion warn) {

    private static final String PREFIX = "pod-security.kubernetes.io/";

    static final Policy PRIVILEGED =
            new Policy(
                    new LevelVersion(Level.PRIVILEGED, LevelVersion.LATEST),
                    new LevelVersion(Level.PRIVILEGED, LevelVersion.LATEST),
                    new LevelVersion(Level.PRIVILEGED, LevelVersion.LATEST));

    /**
     * @param complaints of labels that say nothing valid; such enforces the most, and warns of
     *     nothing
     */
    record Parsed(Policy policy, List<StatusCause> complaints) {}

    boolean isPrivileged() {
        return enforce.isPrivileged() && audit.isPrivileged() && warn.isPrivileged();
    }

    static Parsed of(Map<String, String> labels, Policy defaults) {
        List<StatusCause> complaints = new ArrayList<>();
        LevelVersion enforce =
                mode("enforce", defaults.enforce, Level.RESTRICTED, labels, complaints);
        LevelVersion audit = mode("audit", defaults.audit, Level.PRIVILEGED, labels, complaints);
        LevelVersion warn = mode("warn", defaults.warn, Level.PRIVILEGED, labels, complaints);
        boolean enforces =
                Level.parse(labels.getOrDefault(PREFIX + "enforce", "")).isPresent()
                        && enforce.level().compareTo(warn.level()) > 0;
        if (enforces && !labels.containsKey(PREFIX + "warn")) {
            warn =
                    labels.containsKey(PREFIX + "warn-version")
                            ? warn.with(enforce.level())
                            : enforce;
        }
        return new Parsed(new Policy(enforce, audit, warn), complaints);
    }

    private static LevelVersion mode(
            String mode,
            LevelVersion start,
            Level instead,
            Map<String, String> labels,
            List<StatusCause> complaints) {
        LevelVersion result = start;
        String level = labels.get(PREFIX + mode);
        if (level != null) {
            if (Level.parse(level).isEmpty()) {
                complaints.add(
                        complaint(mode, level, "must be one of privileged, baseline, restricted"));
            }
            result = result.with(Level.parse(level).orElse(instead));
        }
        String version = labels.get(PREFIX + mode + "-version");
        if (version != null) {
            OptionalInt minor = LevelVersion.parseMinor(version);
            if (minor.isEmpty()) {
                complaints.add(
                        complaint(mode + "-version", version, "must be \"latest\" or \"v1.x\""));
            }
            result = result.with(minor.orElse(LevelVersion.LATEST));
        }
        return result;
    }

    private static StatusCause complaint(String label, String value, String detail) {
        return StatusCause.invalid("metadata.labels[" + PREFIX + label + "]", value, detail);
    }

    /** The modes that labels set to something, as upstream lists them. */
    String described(Map<String, String> labels) {
        List<String> modes = new ArrayList<>();
        describe("enforce", enforce, labels, modes);
        describe("audit", audit, labels, modes);
        describe("warn", warn, labels, modes);
        return String.join(", ", modes);
    }

    private static void describe(
            String mode, LevelVersion value, Map<String, String> labels, List<String> modes) {
        boolean set =
                labels.containsKey(PREFIX + mode) || labels.containsKey(PREFIX + mode + "-version");
        if (set && !value.isPrivileged()) {
            modes.add(mode + "=" + value);
        }
    }

    /** Privileged is the same in all versions. */
    boolean isSameAs(Policy other) {
        return isSame(enforce, other.enforce)
                && isSame(audit, other.audit)
                && isSame(warn, other.warn);
    }

    private static boolean isSame(LevelVersion a, LevelVersion b) {
        return a.equals(b) || (a.isPrivileged() && b.isPrivileged());
    }
}
