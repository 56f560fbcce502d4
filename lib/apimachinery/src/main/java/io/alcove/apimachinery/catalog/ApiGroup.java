package io.alcove.apimachinery.catalog;

import java.util.List;

/** An API group with its versions, the preferred one first; the core group's name is empty. */
public record ApiGroup(String name, List<Version> versions) {

    /** One version of a group, with its resources in discovery's order. */
    public record Version(String version, List<ResourceType> resources) {

        public Version {
            resources = List.copyOf(resources);
        }
    }

    public ApiGroup {
        versions = List.copyOf(versions);
    }
}
