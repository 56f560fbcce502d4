package io.alcove.apiserver.kinds.warning;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.IpWarnings;
import io.alcove.apiserver.kinds.validation.Quantities;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Of pods and of what they are made from. */
final class PodWarnings implements Warnings {

    private static final String SECCOMP_POD = "seccomp.security.alpha.kubernetes.io/pod";
    private static final String NO_SELECTOR = "a null labelSelector results in matching no pod";
    private static final Map<String, String> ANNOTATIONS =
            new TreeMap<>(
                    Map.of(
                            "scheduler.alpha.kubernetes.io/critical-pod",
                            "non-functional in v1.16+; use the \"priorityClassName\" field instead",
                            "security.alpha.kubernetes.io/sysctls",
                            "non-functional in v1.11+; use the \"sysctls\" field instead",
                            "security.alpha.kubernetes.io/unsafe-sysctls",
                            "non-functional in v1.11+; use the \"sysctls\" field instead"));

    @Override
    public void check(Inspection pod, Consumer<String> texts) {
        OfTemplates.label(
                pod,
                "this is used in the Pod's hostname, which can result in surprising behavior",
                texts);
        pod(pod, false, texts);
    }

    /** Upstream does not look at changes of pods, which are many. */
    @Override
    public void checkUpdate(Inspection pod, ApiObject old, Consumer<String> texts) {}

    @Override
    public void checkStatus(Inspection pod, Consumer<String> texts) {
        for (String list : new String[] {"podIPs", "hostIPs"}) {
            pod.at("status", list).each(ip -> IpWarnings.ip(ip.field("ip"), texts));
        }
    }

    static void template(Inspection template, Consumer<String> texts) {
        pod(template, true, texts);
    }

    private static void pod(Inspection pod, boolean isTemplate, Consumer<String> texts) {
        Inspection spec = pod.field("spec");
        Inspection annotations = pod.at("metadata", "annotations");
        placement(spec, texts);
        for (Map.Entry<String, String> deprecated : ANNOTATIONS.entrySet()) {
            if (annotations.node().has(deprecated.getKey())) {
                texts.accept(
                        annotations.entry(deprecated.getKey()).path()
                                + ": "
                                + deprecated.getValue());
            }
        }
        VolumeWarnings.check(spec.field("volumes"), texts);
        duplicates(spec, texts);
        fraction(spec.field("overhead"), texts);
        if (!spec.at("securityContext", "seccompProfile").isPresent()) {
            instead(annotations, SECCOMP_POD, "non-functional in v1.27+", "seccompProfile", texts);
        }
        ContainerWarnings.check(spec, annotations, isTemplate, texts);
        PortWarnings.check(spec, texts);
        if (spec.field("terminationGracePeriodSeconds").number() < 0) {
            texts.accept(
                    spec.field("terminationGracePeriodSeconds").path()
                            + ": must be >= 0; negative values are invalid and will be treated as"
                            + " 1");
        }
        podAffinity(spec.at("affinity", "podAffinity"), texts);
        podAffinity(spec.at("affinity", "podAntiAffinity"), texts);
        spec.at("dnsConfig", "nameservers").each(server -> IpWarnings.ip(server, texts));
        spec.field("hostAliases").each(alias -> IpWarnings.ip(alias.field("ip"), texts));
    }

    static void instead(
            Inspection annotations,
            String key,
            String since,
            String field,
            Consumer<String> texts) {
        if (annotations.node().has(key)) {
            texts.accept(
                    "%s: %s; use the \"%s\" field instead"
                            .formatted(annotations.entry(key).path(), since, field));
        }
    }

    private static void placement(Inspection spec, Consumer<String> texts) {
        NodeLabels.keys(spec.field("nodeSelector"), texts);
        Inspection affinity = spec.at("affinity", "nodeAffinity");
        affinity.at("requiredDuringSchedulingIgnoredDuringExecution", "nodeSelectorTerms")
                .each(term -> NodeLabels.term(term, false, texts));
        affinity.field("preferredDuringSchedulingIgnoredDuringExecution")
                .each(term -> NodeLabels.term(term.field("preference"), true, texts));
        spec.field("topologySpreadConstraints")
                .each(
                        constraint -> {
                            NodeLabels.named(constraint.field("topologyKey"), texts);
                            selector(constraint.field("labelSelector"), texts);
                        });
    }

    private static void podAffinity(Inspection affinity, Consumer<String> texts) {
        affinity.field("requiredDuringSchedulingIgnoredDuringExecution")
                .each(term -> selector(term.field("labelSelector"), texts));
        affinity.field("preferredDuringSchedulingIgnoredDuringExecution")
                .each(term -> selector(term.at("podAffinityTerm", "labelSelector"), texts));
    }

    private static void selector(Inspection selector, Consumer<String> texts) {
        if (!selector.isPresent()) {
            texts.accept(selector.path() + ": " + NO_SELECTOR);
        }
    }

    private static void duplicates(Inspection spec, Consumer<String> texts) {
        repeated(spec.field("hostAliases"), "ip", texts);
        Inspection secrets = spec.field("imagePullSecrets");
        repeated(secrets, "name", texts);
        secrets.each(
                secret -> {
                    if (secret.field("name").text().isEmpty()) {
                        texts.accept(secret.field("name").path() + ": invalid empty name \"\"");
                    }
                });
    }

    private static void repeated(Inspection list, String field, Consumer<String> texts) {
        Set<String> seen = new HashSet<>();
        list.each(
                item -> {
                    Inspection value = item.field(field);
                    if (!seen.add(value.text())) {
                        texts.accept(
                                "%s: duplicate %s \"%s\""
                                        .formatted(value.path(), field, value.text()));
                    }
                });
    }

    /** Of bytes, which come whole. */
    static void fraction(Inspection amounts, Consumer<String> texts) {
        for (String name : new String[] {"memory", "ephemeral-storage"}) {
            wholeBytes(amounts.entry(name), texts);
        }
    }

    static void wholeBytes(Inspection amount, Consumer<String> texts) {
        if (amount.node() instanceof MissingNode) {
            return;
        }
        var quantity = Quantities.of(amount.node());
        if (quantity.milliValue() % 1000 != 0) {
            texts.accept(
                    "%s: fractional byte value \"%s\" is invalid, must be an integer"
                            .formatted(amount.path(), quantity));
        }
    }
}
