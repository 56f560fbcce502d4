package io.alcove.apimachinery.catalog;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The order of a group's versions: v2, v1, v1beta2, v1beta1, v1alpha1, and then other names. */
public final class VersionOrder {

    private static final Pattern VERSION =
            Pattern.compile("v([1-9][0-9]*)(?:(alpha|beta)([1-9][0-9]*))?");

    public static final Comparator<String> NEWEST_FIRST = VersionOrder::compare;

    private record Parsed(int stability, BigInteger major, BigInteger minor) {}

    private VersionOrder() {}

    private static int compare(String a, String b) {
        Parsed left = parse(a);
        Parsed right = parse(b);
        if (left.stability() != right.stability()) {
            return Integer.compare(right.stability(), left.stability());
        }
        int order = right.major().compareTo(left.major());
        if (order == 0) {
            order = right.minor().compareTo(left.minor());
        }
        return order == 0 ? a.compareTo(b) : order;
    }

    /** What is no version in the Kubernetes manner comes last. */
    private static Parsed parse(String version) {
        Matcher matcher = VERSION.matcher(version);
        if (!matcher.matches()) {
            return new Parsed(0, BigInteger.ZERO, BigInteger.ZERO);
        }
        BigInteger major = new BigInteger(matcher.group(1));
        if (matcher.group(2) == null) {
            return new Parsed(3, major, BigInteger.ZERO);
        }
        int stability = matcher.group(2).equals("beta") ? 2 : 1;
        return new Parsed(stability, major, new BigInteger(matcher.group(3)));
    }
}
