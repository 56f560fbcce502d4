package io.alcove.apimachinery.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Places custom resources into the list of groups, in the order of upstream's discovery. */
final class CustomGroups {

    private static final Comparator<ResourceType> BY_NAME =
            Comparator.comparing(type -> type.resource().resource());

    private CustomGroups() {}

    /** New groups come last, by their names; of a group the newest stable version comes first. */
    static List<ApiGroup> add(List<ApiGroup> groups, List<ResourceType> custom) {
        Map<String, List<ResourceType>> byGroup = new TreeMap<>();
        for (ResourceType type : custom) {
            byGroup.computeIfAbsent(type.resource().group(), _ -> new ArrayList<>()).add(type);
        }
        List<ApiGroup> extended = new ArrayList<>();
        for (ApiGroup group : groups) {
            List<ResourceType> more = byGroup.remove(group.name());
            extended.add(more == null ? group : extend(group, more));
        }
        byGroup.forEach((name, types) -> extended.add(new ApiGroup(name, versions(types))));
        return extended;
    }

    private static List<ApiGroup.Version> versions(List<ResourceType> types) {
        Map<String, List<ResourceType>> byVersion = new TreeMap<>(VersionOrder.NEWEST_FIRST);
        for (ResourceType type : types) {
            byVersion.computeIfAbsent(type.resource().version(), _ -> new ArrayList<>()).add(type);
        }
        List<ApiGroup.Version> versions = new ArrayList<>();
        byVersion.forEach(
                (version, of) ->
                        versions.add(
                                new ApiGroup.Version(
                                        version, of.stream().sorted(BY_NAME).toList())));
        return versions;
    }

    private static ApiGroup extend(ApiGroup group, List<ResourceType> more) {
        Map<String, ApiGroup.Version> versions = new LinkedHashMap<>();
        group.versions().forEach(version -> versions.put(version.version(), version));
        for (ApiGroup.Version added : versions(more)) {
            versions.merge(added.version(), added, CustomGroups::join);
        }
        return new ApiGroup(group.name(), List.copyOf(versions.values()));
    }

    private static ApiGroup.Version join(ApiGroup.Version present, ApiGroup.Version added) {
        List<ResourceType> resources = new ArrayList<>(present.resources());
        resources.addAll(added.resources());
        return new ApiGroup.Version(present.version(), resources);
    }
}
