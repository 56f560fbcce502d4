package io.alcove.cel.library;

import io.alcove.cel.type.CelType;
import io.alcove.cel.value.OpaqueValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A semantic version.
 *
 * @param preRelease its identifiers; build metadata is not compared, so not kept
 */
record Semver(long major, long minor, long patch, List<String> preRelease)
        implements OpaqueValue, Comparable<Semver> {

    static final CelType TYPE = CelType.struct("kubernetes.Semver");

    private static final String NUMBER = "(0|[1-9][0-9]{0,18})";
    private static final String IDENTIFIERS = "[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*";
    private static final Pattern VERSION =
            Pattern.compile(
                    NUMBER
                            + "\\."
                            + NUMBER
                            + "\\."
                            + NUMBER
                            + "(?:-("
                            + IDENTIFIERS
                            + "))?(?:\\+"
                            + IDENTIFIERS
                            + ")?");

    static Optional<Semver> parse(String text) {
        Matcher version = VERSION.matcher(text);
        if (!version.matches()) {
            return Optional.empty();
        }
        List<String> identifiers =
                version.group(4) == null ? List.of() : List.of(version.group(4).split("\\.", -1));
        boolean leadingZero = identifiers.stream().anyMatch(i -> i.matches("0[0-9]+"));
        try {
            return leadingZero
                    ? Optional.empty()
                    : Optional.of(
                            new Semver(
                                    Long.parseLong(version.group(1)),
                                    Long.parseLong(version.group(2)),
                                    Long.parseLong(version.group(3)),
                                    identifiers));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Without a leading "v" and zeros, with the parts that are left out. */
    static Optional<Semver> parseTolerant(String text) {
        String plain = text.startsWith("v") ? text.substring(1) : text;
        List<String> parts = new ArrayList<>();
        for (String part : plain.split("\\.", 3)) {
            String trimmed = part.length() > 1 ? part.replaceFirst("^0+", "") : part;
            boolean bare =
                    part.length() > 1
                            && (trimmed.isEmpty() || !Character.isDigit(trimmed.charAt(0)));
            parts.add(bare ? "0" + trimmed : trimmed);
        }
        if (parts.size() < 3 && parts.getLast().matches(".*[+-].*")) {
            return Optional.empty();
        }
        while (parts.size() < 3) {
            parts.add("0");
        }
        return parse(String.join(".", parts));
    }

    @Override
    public int compareTo(Semver other) {
        int numbers = Long.compare(major, other.major);
        numbers = numbers != 0 ? numbers : Long.compare(minor, other.minor);
        numbers = numbers != 0 ? numbers : Long.compare(patch, other.patch);
        return numbers != 0 ? numbers : comparePreRelease(other);
    }

    private int comparePreRelease(Semver other) {
        if (preRelease.isEmpty() || other.preRelease.isEmpty()) {
            return Boolean.compare(preRelease.isEmpty(), other.preRelease.isEmpty());
        }
        int shared = Math.min(preRelease.size(), other.preRelease.size());
        for (int i = 0; i < shared; i++) {
            int order = compareIdentifier(preRelease.get(i), other.preRelease.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(preRelease.size(), other.preRelease.size());
    }

    private static int compareIdentifier(String one, String other) {
        boolean number = one.matches("[0-9]+");
        boolean otherNumber = other.matches("[0-9]+");
        if (number && otherNumber) {
            return new java.math.BigInteger(one).compareTo(new java.math.BigInteger(other));
        }
        return number != otherNumber ? (number ? -1 : 1) : Integer.signum(one.compareTo(other));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Semver o && compareTo(o) == 0;
    }

    @Override
    public int hashCode() {
        return java.util.Objects.hash(major, minor, patch, preRelease);
    }

    @Override
    public CelType type() {
        return TYPE;
    }

    @Override
    public boolean comparesAtUnitCost() {
        return true;
    }
}
