package io.alcove.apiserver.storage.encryption;

import io.alcove.apimachinery.object.GroupResource;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a rule may not name. */
final class ResourceNames {

    private static final Set<String> WITHOUT_API =
            Set.of("apiserveripinfo", "serviceipallocations", "servicenodeportallocations");

    private ResourceNames() {}

    static void check(List<String> names, String path, List<String> problems) {
        List<GroupResource> resources =
                names.stream().map(EncryptionConfiguration::resource).toList();
        String all =
                names.stream()
                        .map(name -> "\"" + name + "\"")
                        .collect(Collectors.joining(",", "[", "]"));
        if (new HashSet<>(resources).size() < resources.size()) {
            problems.add(
                    invalid(path, all, "the same resource cannot be specified multiple times"));
        }
        if (overlaps(resources)) {
            problems.add(
                    invalid(
                            path,
                            all,
                            "using overlapping resources such as 'secrets' and '*.' in the same resource list is not allowed as they will be masked"));
        }
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            String at = path + "[" + i + "]";
            problem(name).ifPresent(why -> problems.add(invalid(at, "\"" + name + "\"", why)));
        }
    }

    private static boolean overlaps(List<GroupResource> resources) {
        Set<GroupResource> distinct = new HashSet<>(resources);
        return distinct.stream()
                .anyMatch(
                        wild ->
                                wild.resource().equals("*")
                                        && distinct.stream()
                                                .filter(other -> !other.equals(wild))
                                                .anyMatch(
                                                        other ->
                                                                wild.group().equals("*")
                                                                        || wild.group()
                                                                                .equals(
                                                                                        other
                                                                                                .group())));
    }

    private static Optional<String> problem(String name) {
        GroupResource resource = EncryptionConfiguration.resource(name);
        if (!name.equals(name.toLowerCase(Locale.ROOT))) {
            return Optional.of("resource name should not contain capital letters");
        }
        if (name.equals("*")) {
            return Optional.of(
                    "use '*.' to encrypt all the resources from core API group or *.* to encrypt all resources");
        }
        if (WITHOUT_API.contains(name)) {
            return Optional.of("resources which do not have REST API/s cannot be encrypted");
        }
        if (resource.group().equals("events.k8s.io")) {
            return Optional.of(
                    "'*.events.k8s.io' objects are stored using the 'events' API group in etcd. Use 'events' instead in the config file");
        }
        if (resource.group().equals("extensions")) {
            return Optional.of(
                    "'extensions' group has been removed and cannot be used for encryption");
        }
        return resource.group().equals("*") && !resource.resource().equals("*")
                ? Optional.of("encrypting the same resource across groups is not supported")
                : Optional.empty();
    }

    private static String invalid(String path, String value, String why) {
        return path + ": Invalid value: " + value + ": " + why;
    }
}
