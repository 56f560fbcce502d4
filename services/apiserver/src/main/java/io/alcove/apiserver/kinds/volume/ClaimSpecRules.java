package io.alcove.apiserver.kinds.volume;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.alcove.apimachinery.names.Names;
import io.alcove.apimachinery.object.JsonValues;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.LabelRules;
import io.alcove.apiserver.kinds.validation.Quantities;
import java.util.List;

/** spec of a PersistentVolumeClaim, or of a template of one. */
public final class ClaimSpecRules {

    static final List<String> MODES = List.of("Block", "Filesystem");

    private static final List<String> ACCESS =
            List.of("ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod");
    private static final String CLAIM = "PersistentVolumeClaim";

    private ClaimSpecRules() {}

    public static void check(Inspection spec) {
        check(spec, false);
    }

    /**
     * @param keepsSource an update keeps the source that the claim had
     */
    public static void check(Inspection spec, boolean keepsSource) {
        spec.field("accessModes").required("at least 1 access mode is required");
        LabelRules.selector(spec.field("selector"));
        accessModes(spec.field("accessModes"));
        storage(spec);
        spec.field("storageClassName").conforms(Names::dns1123Subdomain);
        spec.field("volumeMode").oneOf(MODES);
        source(spec.field("dataSource"), keepsSource);
        Inspection reference = spec.field("dataSourceRef");
        source(reference, keepsSource);
        reference.field("namespace").conforms(Names::dns1123Label);
        sources(spec);
        spec.field("volumeAttributesClassName").conforms(Names::dns1123Subdomain);
    }

    static void accessModes(Inspection modes) {
        boolean oncePod = false;
        boolean others = false;
        for (JsonNode mode : modes.node()) {
            String text = mode.asText("");
            if (!ACCESS.contains(text)) {
                modes.holding(mode).notSupported(ACCESS);
            } else if (text.equals("ReadWriteOncePod")) {
                oncePod = true;
            } else {
                others = true;
            }
        }
        if (oncePod && others) {
            modes.forbidden("may not use ReadWriteOncePod with other access modes");
        }
    }

    private static void storage(Inspection spec) {
        JsonNode requests = spec.node().path("resources").path("requests");
        Inspection storage = spec.field("resources", requests).entry("storage");
        if (!storage.isPresent()) {
            storage.missing();
        } else {
            Quantities.positive(storage);
        }
    }

    private static void source(Inspection source, boolean keepsSource) {
        if (!source.isPresent()) {
            return;
        }
        source.field("name").required();
        source.field("kind").required();
        Inspection group = source.field("apiGroup");
        String kind = source.field("kind").text();
        if (!group.isGiven() && !kind.equals(CLAIM)) {
            source.invalid(
                    kind, "must be 'PersistentVolumeClaim' when referencing the default apiGroup");
        }
        if (!keepsSource) {
            group.conforms(Names::dns1123Subdomain);
        }
    }

    private static void sources(Inspection spec) {
        Inspection source = spec.field("dataSource");
        Inspection reference = spec.field("dataSourceRef");
        if (!source.isPresent() || !reference.isPresent()) {
            return;
        }
        // upstream gives its own path as the value, of which nothing is printed
        Object printed = JsonNodeFactory.instance.objectNode();
        if (reference.field("namespace").isGiven()) {
            spec.invalid(printed, "may not be specified when dataSourceRef.namespace is specified");
        } else if (!isSame(source.node(), reference.node())) {
            spec.invalid(printed, "must match dataSourceRef");
        }
    }

    private static boolean isSame(JsonNode source, JsonNode reference) {
        return JsonValues.equal(source.path("apiGroup"), reference.path("apiGroup"))
                && source.path("kind").equals(reference.path("kind"))
                && source.path("name").equals(reference.path("name"));
    }
}
