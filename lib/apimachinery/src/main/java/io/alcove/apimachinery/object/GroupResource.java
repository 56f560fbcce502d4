package io.alcove.apimachinery.object;

/** A resource without its version: what RBAC rules, errors and stored keys speak of. */
public record GroupResource(String group, String resource) {

    /** As upstream prints it: {@code pods}, {@code deployments.apps}. */
    @Override
    public String toString() {
        return group.isEmpty() ? resource : resource + "." + group;
    }
}
