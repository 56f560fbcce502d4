package io.alcove.apiserver.kinds.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.PathRules;
import java.util.Map;
import java.util.regex.Pattern;

/** The annotations of a pod that mean something to the server. */
final class PodAnnotations {

    static final String MIRROR = "kubernetes.io/config.mirror";

    private static final String DELETION_COST = "controller.kubernetes.io/pod-deletion-cost";
    private static final String SECCOMP_POD = "seccomp.security.alpha.kubernetes.io/pod";
    private static final String SECCOMP_CONTAINER =
            "container.seccomp.security.alpha.kubernetes.io/";
    private static final String APP_ARMOR = "container.apparmor.security.beta.kubernetes.io/";
    private static final Pattern COST = Pattern.compile("0|-?\\d{1,10}");

    private PodAnnotations() {}

    static void check(Inspection annotations, Inspection spec) {
        if (annotations.size() == 0) {
            return;
        }
        if (annotations.node().has(MIRROR) && !spec.field("nodeName").isGiven()) {
            annotations
                    .entry(MIRROR)
                    .invalid("must set spec.nodeName if mirror pod annotation is set");
        }
        deletionCost(annotations.entry(DELETION_COST));
        if (annotations.node().has(SECCOMP_POD)) {
            seccomp(annotations.field(SECCOMP_POD));
        }
        for (String key : annotations.keys()) {
            if (key.startsWith(SECCOMP_CONTAINER)) {
                seccomp(annotations.field(key));
            }
        }
        for (String key : annotations.keys()) {
            if (key.startsWith(APP_ARMOR)) {
                appArmor(annotations.entry(key), key.substring(APP_ARMOR.length()), spec);
            }
        }
    }

    private static void deletionCost(Inspection cost) {
        if (cost.isPresent() && !isDeletionCost(cost.text())) {
            cost.invalid("must be a 32bit integer");
        }
    }

    private static boolean isDeletionCost(String text) {
        boolean zeros = text.length() > 1 && text.startsWith("0");
        if (zeros || !COST.matcher(text).matches()) {
            return false;
        }
        long value = Long.parseLong(text);
        return value >= Integer.MIN_VALUE && value <= Integer.MAX_VALUE;
    }

    private static void seccomp(Inspection profile) {
        switch (profile.text()) {
            case "runtime/default", "docker/default", "unconfined" -> {}
            default -> {
                if (profile.text().startsWith("localhost/")) {
                    String path = profile.text().substring("localhost/".length());
                    PathRules.descending(profile.holding(new TextNode(path)));
                } else {
                    profile.invalid("must be a valid seccomp profile");
                }
            }
        }
    }

    private static void appArmor(Inspection profile, String container, Inspection spec) {
        if (!hasContainer(spec.node(), container)) {
            profile.invalid(container, "container not found");
        }
        String text = profile.text();
        boolean valid =
                text.isEmpty()
                        || text.equals("runtime/default")
                        || text.equals("unconfined")
                        || text.startsWith("localhost/");
        if (!valid) {
            profile.invalid("invalid AppArmor profile name: \"" + text + "\"");
        }
    }

    private static boolean hasContainer(JsonNode spec, String name) {
        return ContainerLists.names(spec.path("initContainers")).contains(name)
                || ContainerLists.names(spec.path("containers")).contains(name)
                || ContainerLists.names(spec.path("ephemeralContainers")).contains(name);
    }

    /** That annotations which fields replaced say the same as those fields. */
    static void matchFields(Inspection annotations, Inspection spec) {
        if (annotations.size() == 0) {
            return;
        }
        Inspection ofPod = spec.at("securityContext", "seccompProfile");
        matchSeccomp(annotations.node().path(SECCOMP_POD), ofPod);
        ContainerLists.visit(
                spec,
                container ->
                        matchSeccomp(
                                annotations
                                        .node()
                                        .path(SECCOMP_CONTAINER + container.field("name").text()),
                                container.at("securityContext", "seccompProfile")));
        if (!spec.at("os", "name").is("windows")) {
            JsonNode profile = spec.node().path("securityContext").path("appArmorProfile");
            ContainerLists.visit(spec, c -> matchAppArmor(annotations.node(), profile, c));
        }
    }

    private static void matchSeccomp(JsonNode annotation, Inspection profile) {
        if (!annotation.isMissingNode() && profile.isPresent()) {
            match(annotation.asText(""), profile, "seccomp");
        }
    }

    private static void matchAppArmor(JsonNode annotations, JsonNode pod, Inspection container) {
        JsonNode annotation = annotations.path(APP_ARMOR + container.field("name").text());
        Inspection own = container.at("securityContext", "appArmorProfile");
        Inspection profile = own.isPresent() ? own : own.holding(pod);
        if (!annotation.isMissingNode() && profile.isPresent()) {
            match(annotation.asText(""), profile, "apparmor");
        }
    }

    private static void match(String annotation, Inspection profile, String what) {
        boolean same =
                switch (profile.field("type").text()) {
                    case "Unconfined" -> annotation.equals("unconfined");
                    case "RuntimeDefault" ->
                            annotation.equals("runtime/default")
                                    || (what.equals("seccomp")
                                            && annotation.equals("docker/default"));
                    case "Localhost" -> annotation.startsWith("localhost/");
                    default -> true;
                };
        if (!same) {
            profile.field("type").forbidden(what + " type in annotation and field must match");
        } else if (profile.field("type").is("Localhost")) {
            Inspection local = profile.field("localhostProfile");
            if (!local.isPresent() || !annotation.equals("localhost/" + local.text())) {
                local.forbidden(what + " profile in annotation and field must match");
            }
        }
    }

    /** What an update may not do to them. */
    static void checkUpdate(Inspection annotations, JsonNode old) {
        for (Map.Entry<String, JsonNode> before : old.properties()) {
            String key = before.getKey();
            if (!before.getValue().equals(annotations.node().path(key))) {
                refuse(annotations.entry(key), "remove or update");
            }
        }
        for (String key : annotations.keys()) {
            if (!old.has(key)) {
                refuse(annotations.entry(key), "add");
            }
        }
    }

    private static void refuse(Inspection annotation, String what) {
        if (annotation.name().startsWith(APP_ARMOR)) {
            annotation.forbidden("may not " + what + " AppArmor annotations");
        } else if (annotation.name().equals(MIRROR)) {
            annotation.forbidden("may not " + what + " mirror pod annotation");
        }
    }
}
