package io.alcove.apimachinery.object;

/** A kind in one API version; group is empty for the core group. */
public record GroupVersionKind(String group, String version, String kind) {

    /** Reads apiVersion ("v1", "apps/v1") and kind; a second slash stays in the version. */
    public static GroupVersionKind of(String apiVersion, String kind) {
        int slash = apiVersion.indexOf('/');
        return slash < 0
                ? new GroupVersionKind("", apiVersion, kind)
                : new GroupVersionKind(
                        apiVersion.substring(0, slash), apiVersion.substring(slash + 1), kind);
    }

    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** As upstream prints it: {@code apps/v1, Kind=Deployment}, {@code /v1, Kind=Pod}. */
    @Override
    public String toString() {
        return group + "/" + version + ", Kind=" + kind;
    }
}
