package io.alcove.apiserver.kinds.pod;

import io.alcove.apimachinery.names.LabelNames;
import io.alcove.apimachinery.quantity.Quantity;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.Quantities;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** References to fields and resources of the pod itself. */
final class DownwardRules {

    private static final List<String> RESOURCES =
            List.of(
                    "limits.cpu",
                    "limits.ephemeral-storage",
                    "limits.memory",
                    "requests.cpu",
                    "requests.ephemeral-storage",
                    "requests.memory");
    private static final Set<String> KNOWN =
            Set.of(
                    "metadata.annotations",
                    "metadata.labels",
                    "metadata.name",
                    "metadata.namespace",
                    "metadata.uid",
                    "spec.nodeName",
                    "spec.restartPolicy",
                    "spec.serviceAccountName",
                    "spec.schedulerName",
                    "status.phase",
                    "status.hostIP",
                    "status.hostIPs",
                    "status.podIP",
                    "status.podIPs");
    private static final Set<String> CPU_DIVISORS = Set.of("1m", "1");
    private static final Set<String> BYTE_DIVISORS =
            Set.of(
                    "1", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi",
                    "1Ei");
    private static final String BYTES =
            "only divisor's values 1, 1k, 1M, 1G, 1T, 1P, 1E, 1Ki, 1Mi, 1Gi, 1Ti, 1Pi, 1Ei are supported with the ";

    private DownwardRules() {}

    static void field(Inspection reference, List<String> supported) {
        Inspection version = reference.field("apiVersion");
        Inspection path = reference.field("fieldPath");
        if (!version.required() || !path.required()) {
            return;
        }
        if (!version.is("v1")) {
            path.invalid("error converting fieldPath: unsupported pod version: " + version.text());
            return;
        }
        String text = path.text();
        int bracket = text.indexOf("['");
        if (bracket > 0 && text.endsWith("']")) {
            subscript(
                    reference,
                    text.substring(0, bracket),
                    text.substring(bracket + 2, text.length() - 2));
        } else {
            plain(path, text, supported);
        }
    }

    private static void plain(Inspection path, String text, List<String> supported) {
        String field = text.equals("spec.host") ? "spec.nodeName" : text;
        if (!field.equals("spec.nodeName") && !KNOWN.contains(field)) {
            path.invalid("error converting fieldPath: field label not supported: " + text);
        } else if (!supported.contains(field)) {
            path.notSupported(supported);
        }
    }

    private static void subscript(Inspection reference, String path, String key) {
        switch (path) {
            case "metadata.annotations" -> {
                String lower = key.toLowerCase(Locale.ROOT);
                LabelNames.key(lower).forEach(p -> reference.invalid(lower, p));
            }
            case "metadata.labels" -> LabelNames.key(key).forEach(p -> reference.invalid(key, p));
            default ->
                    reference
                            .field("fieldPath")
                            .invalid(
                                    "error converting fieldPath: field label does not support subscript: "
                                            + reference.field("fieldPath").text());
        }
    }

    /**
     * @param fromVolume a volume must say of which container
     */
    static void resource(Inspection reference, boolean fromVolume) {
        Inspection resource = reference.field("resource");
        if (fromVolume && !reference.field("containerName").isGiven()) {
            reference.field("containerName").missing();
        } else if (resource.required()
                && !RESOURCES.contains(resource.text())
                && !isHugePages(resource.text())) {
            resource.notSupported(RESOURCES);
        }
        divisor(reference, resource.text());
    }

    private static boolean isHugePages(String resource) {
        return resource.startsWith("requests.hugepages-")
                || resource.startsWith("limits.hugepages-");
    }

    private static void divisor(Inspection reference, String resource) {
        Quantity divisor = Quantities.of(reference.node().path("divisor"));
        if (divisor.signum() == 0) {
            return;
        }
        Inspection field = reference.field("divisor");
        switch (resource) {
            case "limits.cpu", "requests.cpu" -> {
                if (!CPU_DIVISORS.contains(divisor.toString())) {
                    field.invalid(
                            resource,
                            "only divisor's values 1m and 1 are supported with the cpu resource");
                }
            }
            case "limits.memory", "requests.memory" -> bytes(field, divisor, resource, "memory");
            case "limits.ephemeral-storage", "requests.ephemeral-storage" ->
                    bytes(field, divisor, resource, "local ephemeral storage");
            default -> {
                if (isHugePages(resource)) {
                    bytes(field, divisor, resource, "hugepages");
                }
            }
        }
    }

    private static void bytes(Inspection field, Quantity divisor, String resource, String what) {
        if (!BYTE_DIVISORS.contains(divisor.toString())) {
            field.invalid(resource, BYTES + what + " resource");
        }
    }
}
