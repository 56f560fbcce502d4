package io.alcove.apiserver.admission.expression;

import io.alcove.cel.schema.DeclaredType;
import io.alcove.cel.type.CelType;
import java.util.HashMap;
import java.util.Map;

/** The types of the variables request and namespaceObject. */
final class RequestTypes {

    private static final long UNBOUNDED = -1;
    private static final DeclaredType STRING = DeclaredType.scalar(CelType.STRING, 0, 2);
    private static final DeclaredType BOOL = DeclaredType.scalar(CelType.BOOL, 0, 4);
    private static final DeclaredType INT = DeclaredType.scalar(CelType.INT, 0, 1);
    private static final DeclaredType DYN = DeclaredType.scalar(CelType.DYN, 0, 1);
    private static final DeclaredType TIME = DeclaredType.scalar(CelType.TIMESTAMP, 0, 12);
    private static final DeclaredType STRINGS = DeclaredType.list(STRING, UNBOUNDED);
    private static final DeclaredType TEXTS = DeclaredType.map(STRING, STRING, UNBOUNDED);

    static final DeclaredType REQUEST = request();
    static final DeclaredType NAMESPACE = namespace();

    private RequestTypes() {}

    private static DeclaredType object(String name, Map<String, DeclaredType> fields) {
        return DeclaredType.object("kubernetes." + name, fields);
    }

    private static DeclaredType request() {
        DeclaredType kind =
                object(
                        "GroupVersionKind",
                        Map.of("group", STRING, "version", STRING, "kind", STRING));
        DeclaredType resource =
                object(
                        "GroupVersionResource",
                        Map.of("group", STRING, "version", STRING, "resource", STRING));
        DeclaredType user =
                object(
                        "UserInfo",
                        Map.of(
                                "username",
                                STRING,
                                "uid",
                                STRING,
                                "groups",
                                STRINGS,
                                "extra",
                                DeclaredType.map(STRING, STRINGS, UNBOUNDED)));
        Map<String, DeclaredType> fields = new HashMap<>();
        fields.put("kind", kind);
        fields.put("requestKind", kind);
        fields.put("resource", resource);
        fields.put("requestResource", resource);
        fields.put("subResource", STRING);
        fields.put("requestSubResource", STRING);
        fields.put("name", STRING);
        fields.put("namespace", STRING);
        fields.put("operation", STRING);
        fields.put("userInfo", user);
        fields.put("dryRun", BOOL);
        fields.put("options", DYN);
        return object("AdmissionRequest", fields);
    }

    private static DeclaredType namespace() {
        DeclaredType condition =
                object(
                        "NamespaceCondition",
                        Map.of(
                                "status",
                                STRING,
                                "type",
                                STRING,
                                "lastTransitionTime",
                                TIME,
                                "message",
                                STRING,
                                "reason",
                                STRING));
        Map<String, DeclaredType> metadata = new HashMap<>();
        metadata.put("name", STRING);
        metadata.put("generateName", STRING);
        metadata.put("namespace", STRING);
        metadata.put("labels", TEXTS);
        metadata.put("annotations", TEXTS);
        metadata.put("UID", STRING);
        metadata.put("creationTimestamp", TIME);
        metadata.put("deletionGracePeriodSeconds", INT);
        metadata.put("deletionTimestamp", TIME);
        metadata.put("generation", INT);
        metadata.put("resourceVersion", STRING);
        metadata.put("finalizers", STRINGS);
        return object(
                "Namespace",
                Map.of(
                        "metadata",
                        object("NamespaceMetadata", metadata),
                        "spec",
                        object("NamespaceSpec", Map.of("finalizers", STRINGS)),
                        "status",
                        object(
                                "NamespaceStatus",
                                Map.of(
                                        "conditions",
                                        DeclaredType.list(condition, UNBOUNDED),
                                        "phase",
                                        STRING))));
    }
}
