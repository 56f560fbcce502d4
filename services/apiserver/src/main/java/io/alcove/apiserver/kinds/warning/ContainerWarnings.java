package io.alcove.apiserver.kinds.warning;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apiserver.kinds.validation.Inspection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Of the containers of a pod. */
final class ContainerWarnings {

    private static final String SECCOMP = "container.seccomp.security.alpha.kubernetes.io/";
    private static final String APP_ARMOR = "container.apparmor.security.beta.kubernetes.io/";
    private static final String LOCALHOST = "localhost/";

    private ContainerWarnings() {}

    /** In upstream's order. */
    static void visit(Inspection spec, Consumer<Inspection> visitor) {
        spec.field("initContainers").each(visitor);
        spec.field("containers").each(visitor);
        spec.field("ephemeralContainers").each(visitor);
    }

    static void check(
            Inspection spec, Inspection annotations, boolean isTemplate, Consumer<String> texts) {
        JsonNode podProfile = spec.at("securityContext", "appArmorProfile").node();
        visit(
                spec,
                container -> {
                    String name = container.field("name").text();
                    Inspection context = container.field("securityContext");
                    if (!context.field("seccompProfile").isPresent()) {
                        PodWarnings.instead(
                                annotations,
                                SECCOMP + name,
                                "non-functional in v1.27+",
                                "seccompProfile",
                                texts);
                    }
                    String annotation = annotations.field(APP_ARMOR + name).text();
                    if (isTemplate
                            && !context.field("appArmorProfile").isPresent()
                            && !isProfile(podProfile, annotation)) {
                        PodWarnings.instead(
                                annotations,
                                APP_ARMOR + name,
                                "deprecated since v1.30",
                                "appArmorProfile",
                                texts);
                    }
                    PodWarnings.wholeBytes(
                            container.at("resources", "limits").entry("memory"), texts);
                    PodWarnings.wholeBytes(
                            container.at("resources", "requests").entry("memory"), texts);
                    PodWarnings.wholeBytes(
                            container.at("resources", "limits").entry("ephemeral-storage"), texts);
                    PodWarnings.wholeBytes(
                            container.at("resources", "requests").entry("ephemeral-storage"),
                            texts);
                    environment(container.field("env"), texts);
                });
    }

    /** Whether the pod's profile is what the old annotation says. */
    private static boolean isProfile(JsonNode profile, String annotation) {
        return switch (profile.path("type").asText("")) {
            case "Unconfined" -> annotation.equals("unconfined");
            case "RuntimeDefault" -> annotation.equals("runtime/default");
            case "Localhost" ->
                    annotation.equals(LOCALHOST + profile.path("localhostProfile").asText(""));
            default -> false;
        };
    }

    /** A later definition may build on an earlier one, but not hide it. */
    private static void environment(Inspection environment, Consumer<String> texts) {
        Set<String> names = new HashSet<>();
        environment.each(
                variable -> {
                    String name = variable.field("name").text();
                    if (names.add(name)) {
                        return;
                    }
                    String reference = "$(" + name + ")";
                    String value = variable.field("value").text();
                    if (variable.field("valueFrom").isPresent()
                            || value.equals(reference)
                            || !value.contains(reference)) {
                        texts.accept(
                                "%s: hides previous definition of \"%s\", which may be dropped when using apply"
                                        .formatted(variable.path(), name));
                    }
                });
    }
}
