package io.alcove.apimachinery.object;

/** A resource (the plural, lower case) in one API version; group is empty for the core group. */
public record GroupVersionResource(String group, String version, String resource) {

    public GroupResource groupResource() {
        return new GroupResource(group, resource);
    }

    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }
}
