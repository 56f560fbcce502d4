package io.alcove.apiserver.kinds.pod;

import io.alcove.apimachinery.names.Names;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.PathRules;
import java.util.List;

/** env and envFrom of a container. */
final class EnvRules {

    private static final List<String> FIELD_PATHS =
            List.of(
                    "metadata.name",
                    "metadata.namespace",
                    "metadata.uid",
                    "spec.nodeName",
                    "spec.serviceAccountName",
                    "status.hostIP",
                    "status.hostIPs",
                    "status.podIP",
                    "status.podIPs");
    private static final List<String> SOURCES =
            List.of(
                    "fieldRef",
                    "resourceFieldRef",
                    "configMapKeyRef",
                    "secretKeyRef",
                    "fileKeyRef");

    private EnvRules() {}

    static void env(Inspection env) {
        env.each(
                variable -> {
                    variable.field("name").requiredAs(Names::envVarName);
                    valueFrom(variable);
                });
    }

    private static void valueFrom(Inspection variable) {
        Inspection from = variable.field("valueFrom");
        if (!from.isPresent()) {
            return;
        }
        int sources = 0;
        for (String source : SOURCES) {
            if (from.field(source).isPresent()) {
                sources++;
                source(source, from.field(source));
            }
        }
        if (sources == 0) {
            from.invalid(
                    "",
                    "must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` or `fileKeyRef`");
        } else if (variable.field("value").isGiven()) {
            from.invalid("", "may not be specified when `value` is not empty");
        } else if (sources > 1) {
            from.invalid("", "may not have more than one field specified at a time");
        }
    }

    private static void source(String kind, Inspection source) {
        switch (kind) {
            case "fieldRef" -> DownwardRules.field(source, FIELD_PATHS);
            case "resourceFieldRef" -> DownwardRules.resource(source, false);
            case "fileKeyRef" -> file(source);
            default -> key(source);
        }
    }

    /** Of a config map or a secret. */
    private static void key(Inspection reference) {
        reference.field("name").checked(Names::dns1123Subdomain);
        reference.field("key").requiredAs(Names::configMapKey);
    }

    private static void file(Inspection reference) {
        reference.field("key").requiredAs(Names::envVarName);
        reference.field("volumeName").requiredAs(Names::dns1123Label);
        if (reference.field("path").required()) {
            PathRules.noBacksteps(reference.field("path"));
        }
    }

    static void envFrom(Inspection envFrom) {
        envFrom.each(
                each -> {
                    each.field("prefix").conforms(Names::envVarName);
                    int sources = source(each.field("configMapRef"));
                    sources += source(each.field("secretRef"));
                    if (sources == 0) {
                        envFrom.invalid("", "must specify one of: `configMapRef` or `secretRef`");
                    } else if (sources > 1) {
                        envFrom.invalid("", "may not have more than one field specified at a time");
                    }
                });
    }

    private static int source(Inspection reference) {
        if (!reference.isPresent()) {
            return 0;
        }
        reference
                .field("name")
                .requiredAs(name -> Names.dns1123Subdomain(Names.maskTrailingDash(name)));
        return 1;
    }
}
