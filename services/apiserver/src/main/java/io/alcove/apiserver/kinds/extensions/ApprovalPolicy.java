package io.alcove.apiserver.kinds.extensions;

import io.alcove.apimachinery.status.GoText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/** Groups of the Kubernetes community need the address of their approval in an annotation. */
public final class ApprovalPolicy {

    public static final String ANNOTATION = "api-approved.kubernetes.io";

    private ApprovalPolicy() {}

    public static boolean isProtected(String group) {
        return group.equals("k8s.io")
                || group.endsWith(".k8s.io")
                || group.equals("kubernetes.io")
                || group.endsWith(".kubernetes.io");
    }

    /** The status and the reason of the condition that tells of it, and its message. */
    public static List<String> verdict(String annotation) {
        return switch (state(annotation)) {
            case MISSING -> List.of("False", "MissingAnnotation", problem(annotation));
            case INVALID -> List.of("False", "InvalidAnnotation", problem(annotation));
            case BYPASSED ->
                    List.of(
                            "False",
                            "UnapprovedAnnotation",
                            "not approved: " + GoText.quote(annotation));
            case APPROVED -> List.of("True", "ApprovedAnnotation", "approved in " + annotation);
        };
    }

    /** What is wrong with the annotation's value; empty where nothing is. */
    public static String problem(String annotation) {
        return switch (state(annotation)) {
            case MISSING ->
                    "protected groups must have approval annotation \""
                            + ANNOTATION
                            + "\", see https://github.com/kubernetes/enhancements/pull/1111";
            case INVALID ->
                    "protected groups must have approval annotation \""
                            + ANNOTATION
                            + "\" with either a URL or a reason starting with \"unapproved\","
                            + " see https://github.com/kubernetes/enhancements/pull/1111";
            case BYPASSED, APPROVED -> "";
        };
    }

    enum State {
        MISSING,
        INVALID,
        BYPASSED,
        APPROVED
    }

    static State state(String annotation) {
        if (annotation.isEmpty()) {
            return State.MISSING;
        }
        if (annotation.startsWith("unapproved")) {
            return State.BYPASSED;
        }
        return isUrl(annotation) ? State.APPROVED : State.INVALID;
    }

    private static boolean isUrl(String text) {
        try {
            URI uri = new URI(text);
            return uri.getScheme() != null && uri.getHost() != null;
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
