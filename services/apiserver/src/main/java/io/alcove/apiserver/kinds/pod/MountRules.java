package io.alcove.apiserver.kinds.pod;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.PathRules;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** volumeMounts and volumeDevices of a container. */
final class MountRules {

    private static final List<String> PROPAGATIONS =
            List.of("Bidirectional", "HostToContainer", "None");
    private static final List<String> RECURSIVE = List.of("Disabled", "Enabled", "IfPossible");

    private MountRules() {}

    static void check(Inspection container, PodScope scope) {
        mounts(container, scope);
        devices(container, scope);
    }

    private static void mounts(Inspection container, PodScope scope) {
        Inspection mounts = container.field("volumeMounts");
        if (mounts.size() == 0) {
            return;
        }
        JsonNode devices = container.node().path("volumeDevices");
        Set<String> paths = new HashSet<>();
        mounts.each(
                mount -> {
                    target(mount, scope, devices, paths);
                    subPaths(mounts, mount);
                    propagation(mounts, mount, container);
                    recursiveReadOnly(mounts.field("recursiveReadOnly", value(mount)), mount);
                });
    }

    private static JsonNode value(Inspection mount) {
        return mount.node().path("recursiveReadOnly");
    }

    private static void target(
            Inspection mount, PodScope scope, JsonNode devices, Set<String> paths) {
        Inspection name = mount.field("name");
        Inspection path = mount.field("mountPath");
        name.required();
        if (!scope.volumes().containsKey(name.text())) {
            name.notFound();
        }
        path.required();
        if (!paths.add(path.text())) {
            path.invalid(path.text(), "must be unique");
        }
        if (has(devices, "name", name.text())) {
            name.invalid(name.text(), "must not already exist in volumeDevices");
        }
        if (has(devices, "devicePath", path.text())) {
            path.invalid(path.text(), "must not already exist as a path in volumeDevices");
        }
    }

    private static boolean has(JsonNode list, String field, String value) {
        for (JsonNode each : list) {
            if (each.path(field).asText("").equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static void subPaths(Inspection mounts, Inspection mount) {
        Inspection subPath = mount.field("subPath");
        if (subPath.isGiven()) {
            PathRules.descending(mounts.field("subPath", subPath.node()));
        }
        Inspection expression = mount.field("subPathExpr");
        if (expression.isGiven()) {
            if (subPath.isGiven()) {
                expression.invalid("subPathExpr and subPath are mutually exclusive");
            }
            PathRules.descending(mounts.field("subPathExpr", expression.node()));
        }
    }

    private static void propagation(Inspection mounts, Inspection mount, Inspection container) {
        JsonNode given = mount.node().path("mountPropagation");
        Inspection propagation = mounts.field("mountPropagation", given);
        propagation.oneOf(PROPAGATIONS);
        if (propagation.is("Bidirectional")
                && !container.at("securityContext", "privileged").isTrue()) {
            propagation.forbidden(
                    "Bidirectional mount propagation is available only to privileged containers");
        }
    }

    private static void recursiveReadOnly(Inspection recursive, Inspection mount) {
        recursive.oneOf(RECURSIVE);
        if (!recursive.is("Enabled") && !recursive.is("IfPossible")) {
            return;
        }
        if (!mount.field("readOnly").isTrue()) {
            recursive.forbidden("may only be specified when readOnly is true");
        }
        Inspection propagation = mount.field("mountPropagation");
        if (propagation.isPresent() && !propagation.is("None")) {
            recursive.forbidden(
                    "may only be specified when mountPropagation is None or not specified");
        }
    }

    private static void devices(Inspection container, PodScope scope) {
        Inspection devices = container.field("volumeDevices");
        if (devices.size() == 0) {
            return;
        }
        JsonNode mounts = container.node().path("volumeMounts");
        Set<String> names = new HashSet<>();
        Set<String> paths = new HashSet<>();
        devices.each(
                device -> {
                    deviceName(device.field("name"), scope, names);
                    devicePath(device.field("devicePath"), paths);
                    Inspection name = device.field("name");
                    if (has(mounts, "name", name.text())) {
                        name.invalid(name.text(), "must not already exist in volumeMounts");
                    }
                    Inspection path = device.field("devicePath");
                    if (has(mounts, "mountPath", path.text())) {
                        path.invalid(
                                path.text(), "must not already exist as a path in volumeMounts");
                    }
                });
    }

    private static void deviceName(Inspection name, PodScope scope, Set<String> names) {
        JsonNode volume = scope.volumes().get(name.text());
        name.required();
        if (name.isGiven() && !names.add(name.text())) {
            name.invalid("must be unique");
        }
        if (volume == null) {
            name.notFound();
        } else if (!volume.has("persistentVolumeClaim") && !volume.has("ephemeral")) {
            name.invalid(
                    "can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode");
        }
    }

    private static void devicePath(Inspection path, Set<String> paths) {
        path.required();
        if (paths.contains(path.text())) {
            path.invalid(path.text(), "must be unique");
        }
        if (PathRules.hasBackstep(path.text())) {
            path.invalid("can not contain backsteps ('..')");
        } else {
            paths.add(path.text());
        }
    }
}
