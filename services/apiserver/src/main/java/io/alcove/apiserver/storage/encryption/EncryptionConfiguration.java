package io.alcove.apiserver.storage.encryption;

import io.alcove.apimachinery.object.GroupResource;
import java.util.List;

/** Which resources are encrypted by what, as apiserver.config.k8s.io/v1 says it. */
record EncryptionConfiguration(List<Rule> rules) {

    /**
     * @param resources "*" as a resource is every one of the group, as a group every group
     * @param providers the first encrypts, each decrypts
     */
    record Rule(List<GroupResource> resources, List<Provider> providers) {}

    static final GroupResource EVERYTHING = new GroupResource("*", "*");

    /** "secrets", "deployments.apps", "*.apps", "*." (the core group) or "*.*". */
    static GroupResource resource(String text) {
        int dot = text.indexOf('.');
        return dot < 0
                ? new GroupResource("", text)
                : new GroupResource(text.substring(dot + 1), text.substring(0, dot));
    }

    static GroupResource everyOf(String group) {
        return new GroupResource(group, "*");
    }

    static String text(GroupResource resource) {
        if (resource.equals(everyOf(""))) {
            return "*.";
        }
        return resource.group().isEmpty()
                ? resource.resource()
                : resource.resource() + "." + resource.group();
    }
}
