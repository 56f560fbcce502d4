package io.alcove.apimachinery.discovery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.catalog.ApiGroup;
import io.alcove.apimachinery.catalog.Catalog;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The discovery documents of one catalog, as JSON in kube-apiserver's order of groups, resources
 * and fields. Each is made when it is first asked for; a catalog with other resources needs
 * documents of its own. The returned arrays are shared and not to be changed.
 */
public final class DiscoveryDocuments {

    private static final String AGGREGATED_VERSION = "v2";

    private final Catalog catalog;
    private final LegacyDiscovery legacy;
    private final AggregatedDiscovery aggregated;
    private final Map<String, byte[]> made = new ConcurrentHashMap<>();

    /**
     * @param serverAddress host and port under which clients reach the server
     */
    public DiscoveryDocuments(Catalog catalog, String serverAddress) {
        this.catalog = catalog;
        this.legacy = new LegacyDiscovery(catalog, serverAddress);
        this.aggregated = new AggregatedDiscovery();
    }

    /** The APIVersions of /api. */
    public byte[] legacyApi() {
        return document("api", () -> legacy.versions(core()));
    }

    /** The APIGroupList of /apis. */
    public byte[] apis() {
        return document("apis", () -> legacy.groups(catalog.groups()));
    }

    /** The APIGroup of /apis/group; empty for the core group and for those not served. */
    public Optional<byte[]> group(String name) {
        return named(name)
                .filter(group -> !group.name().isEmpty())
                .map(group -> document("apis/" + name, () -> legacy.group(group)));
    }

    /** The APIResourceList of a version, of the core group too; empty where it is not served. */
    public Optional<byte[]> resources(String group, String version) {
        return named(group).stream()
                .flatMap(served -> served.versions().stream())
                .filter(served -> served.version().equals(version))
                .findFirst()
                .map(
                        served ->
                                document(
                                        group + "/" + version,
                                        () -> legacy.resources(group, served)));
    }

    /**
     * The APIGroupDiscoveryList of /api in a version of apidiscovery.k8s.io; empty for a version
     * that kube-apiserver 1.36 does not serve either.
     */
    public Optional<byte[]> aggregatedCore(String version) {
        return aggregated("aggregated api", version, () -> aggregated.core(catalog.groups()));
    }

    /** The APIGroupDiscoveryList of /apis, as {@link #aggregatedCore}. */
    public Optional<byte[]> aggregatedGroups(String version) {
        return aggregated("aggregated apis", version, () -> aggregated.named(catalog.groups()));
    }

    private Optional<byte[]> aggregated(String key, String version, Supplier<ObjectNode> maker) {
        return version.equals(AGGREGATED_VERSION)
                ? Optional.of(document(key, maker))
                : Optional.empty();
    }

    private byte[] document(String key, Supplier<ObjectNode> maker) {
        return made.computeIfAbsent(
                key, _ -> (maker.get() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private ApiGroup core() {
        return named("").orElseThrow();
    }

    private Optional<ApiGroup> named(String name) {
        return catalog.groups().stream().filter(group -> group.name().equals(name)).findFirst();
    }
}
