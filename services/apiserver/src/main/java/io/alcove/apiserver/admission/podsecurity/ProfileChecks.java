package io.alcove.apiserver.admission.podsecurity;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.status.GoText;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Seccomp and AppArmor profiles of pods and containers. */
final class ProfileChecks {

    private static final String SECCOMP_POD = "seccomp.security.alpha.kubernetes.io/pod";
    private static final String SECCOMP_CONTAINER =
            "container.seccomp.security.alpha.kubernetes.io/";
    private static final String APP_ARMOR = "container.apparmor.security.beta.kubernetes.io/";
    private static final String SECCOMP = "seccompProfile";

    private ProfileChecks() {}

    static Optional<Violation> appArmor(PodView pod) {
        NavigableSet<String> types = new TreeSet<>();
        List<String> setters = setters(pod, "appArmorProfile", types);
        List<String> values = new ArrayList<>(types);
        List<String> annotations =
                pod.metadata().path("annotations").properties().stream()
                        .filter(e -> e.getKey().startsWith(APP_ARMOR))
                        .filter(e -> !isAppArmorProfile(e.getValue().asText("")))
                        .map(e -> e.getKey() + "=" + GoText.quote(e.getValue().asText("")))
                        .sorted()
                        .toList();
        if (!annotations.isEmpty()) {
            values.addAll(annotations);
            setters.add(Wording.plural("annotation", annotations.size()));
        }
        return setters.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Violation(
                                Wording.plural("forbidden AppArmor profile", values.size()),
                                "%s must not set AppArmor profile type to %s"
                                        .formatted(
                                                String.join(" and ", setters),
                                                Wording.quoted(values))));
    }

    private static boolean isAppArmorProfile(String value) {
        return value.isEmpty() || value.equals("runtime/default") || value.startsWith("localhost/");
    }

    /** Before the field there were annotations. */
    static Optional<Violation> seccompAnnotations(PodView pod) {
        NavigableSet<String> forbidden = new TreeSet<>();
        addForbidden(pod, SECCOMP_POD, forbidden);
        for (JsonNode container : pod.containers()) {
            addForbidden(pod, SECCOMP_CONTAINER + container.path("name").asText(""), forbidden);
        }
        return forbidden.isEmpty()
                ? Optional.empty()
                : seccomp(
                        "forbidden %s %s"
                                .formatted(
                                        Wording.plural("annotation", forbidden.size()),
                                        String.join(", ", forbidden)));
    }

    private static void addForbidden(PodView pod, String key, NavigableSet<String> forbidden) {
        JsonNode value = pod.metadata().path("annotations").path(key);
        if (value.isTextual() && !isSeccompProfile(value.textValue())) {
            forbidden.add(key + "=" + GoText.quote(value.textValue()));
        }
    }

    private static boolean isSeccompProfile(String value) {
        return value.equals("runtime/default")
                || value.equals("docker/default")
                || value.startsWith("localhost/");
    }

    static Optional<Violation> seccompBaseline(PodView pod) {
        NavigableSet<String> types = new TreeSet<>();
        List<String> setters = setters(pod, SECCOMP, types);
        return setters.isEmpty()
                ? Optional.empty()
                : seccomp(
                        "%s must not set securityContext.seccompProfile.type to %s"
                                .formatted(String.join(" and ", setters), Wording.quoted(types)));
    }

    static Optional<Violation> seccompRestricted(PodView pod) {
        Optional<Violation> baseline = seccompBaseline(pod);
        if (baseline.isPresent() || pod.securityContext().path(SECCOMP).isObject()) {
            return baseline;
        }
        List<String> silent = pod.containersWhose(context -> !context.path(SECCOMP).isObject());
        return silent.isEmpty()
                ? Optional.empty()
                : seccomp(
                        "pod or %s must set securityContext.seccompProfile.type to \"RuntimeDefault\" or \"Localhost\""
                                .formatted(Wording.containers(silent)));
    }

    private static Optional<Violation> seccomp(String detail) {
        return Optional.of(new Violation(SECCOMP, detail));
    }

    /** Who sets the type of a profile to what is not allowed; the types are collected. */
    private static List<String> setters(PodView pod, String profile, NavigableSet<String> types) {
        List<String> setters = new ArrayList<>();
        if (isForbidden(pod.securityContext(), profile, types)) {
            setters.add("pod");
        }
        List<String> bad = pod.containersWhose(context -> isForbidden(context, profile, types));
        if (!bad.isEmpty()) {
            setters.add(Wording.containers(bad));
        }
        return setters;
    }

    private static boolean isForbidden(
            JsonNode context, String profile, NavigableSet<String> types) {
        if (!context.path(profile).isObject()) {
            return false;
        }
        String type = context.path(profile).path("type").asText("");
        if (type.equals("RuntimeDefault") || type.equals("Localhost")) {
            return false;
        }
        types.add(type);
        return true;
    }
}
