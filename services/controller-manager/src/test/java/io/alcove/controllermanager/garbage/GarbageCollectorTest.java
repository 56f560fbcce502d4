package io.alcove.controllermanager.garbage;

import static io.alcove.controllermanager.controller.Resources.CONFIG_MAPS;

import io.alcove.apimachinery.catalog.Catalog;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.object.OwnerReference;
import io.alcove.client.ApiClient;
import io.alcove.client.DeleteOptions;
import io.alcove.controllermanager.controller.Resources;
import io.alcove.controllermanager.controller.TestCluster;
import java.util.List;
import org.junit.jupiter.api.Test;

class GarbageCollectorTest {

    private static final ObjectName OWNER = new ObjectName("ns", "owner");
    private static final ObjectName CHILD = new ObjectName("ns", "child");
    private static final ObjectName GRANDCHILD = new ObjectName("ns", "grandchild");

    @Test
    void collectsWholeFamiliesInTheBackground() {
        try (TestCluster cluster = family()) {
            delete(cluster, "Background");
            cluster.awaitGone(CONFIG_MAPS, OWNER);
            cluster.awaitGone(CONFIG_MAPS, CHILD);
            cluster.awaitGone(CONFIG_MAPS, GRANDCHILD);
        }
    }

    @Test
    void deletesDependentsBeforeAnOwnerThatWaits() {
        try (TestCluster cluster = family()) {
            hold(cluster, CHILD);
            delete(cluster, "Foreground");
            cluster.await(CONFIG_MAPS, CHILD, ApiObject::isBeingDeleted);
            cluster.await(CONFIG_MAPS, OWNER, o -> o.finalizers().contains("foregroundDeletion"));
            letGo(cluster, CHILD);
            cluster.awaitGone(CONFIG_MAPS, CHILD);
            cluster.awaitGone(CONFIG_MAPS, OWNER);
        }
    }

    @Test
    void letsDependentsGoWhereTheOwnerIsToLeaveOrphans() {
        try (TestCluster cluster = family()) {
            delete(cluster, "Orphan");
            cluster.awaitGone(CONFIG_MAPS, OWNER);
            cluster.await(CONFIG_MAPS, CHILD, child -> child.ownerReferences().isEmpty());
            cluster.await(CONFIG_MAPS, GRANDCHILD, g -> !g.ownerReferences().isEmpty());
        }
    }

    @Test
    void collectsWhatNamesAnOwnerOfAnotherLife() {
        try (TestCluster cluster = cluster()) {
            create(cluster, OWNER, "");
            ApiObject late = map(CHILD);
            late.with("metadata")
                    .putArray("ownerReferences")
                    .add(
                            new OwnerReference("v1", "ConfigMap", "owner", "gone", true, true)
                                    .toNode());
            cluster.objects().create(CONFIG_MAPS, late);
            cluster.awaitGone(CONFIG_MAPS, CHILD);
            cluster.await(CONFIG_MAPS, OWNER, _ -> true);
        }
    }

    private static TestCluster family() {
        TestCluster cluster = cluster();
        String owner = create(cluster, OWNER, "");
        create(cluster, GRANDCHILD, create(cluster, CHILD, owner));
        return cluster;
    }

    private static TestCluster cluster() {
        Catalog catalog = Catalog.load("1.36");
        return TestCluster.with(
                List.of(context -> GarbageCollectorController.create(context, catalog)));
    }

    private static String create(TestCluster cluster, ObjectName name, String ownerUid) {
        ApiObject map = map(name);
        if (!ownerUid.isEmpty()) {
            String owner = name.equals(CHILD) ? "owner" : "child";
            map.with("metadata")
                    .putArray("ownerReferences")
                    .add(
                            new OwnerReference("v1", "ConfigMap", owner, ownerUid, true, true)
                                    .toNode());
        }
        return cluster.objects().create(CONFIG_MAPS, map).uid();
    }

    private static ApiObject map(ObjectName name) {
        return ApiObject.of(Resources.CONFIG_MAP, name);
    }

    private static void delete(TestCluster cluster, String policy) {
        ApiClient client = cluster.client();
        client.resource(CONFIG_MAPS).delete(OWNER, DeleteOptions.DEFAULT.withPropagation(policy));
    }

    private static void hold(TestCluster cluster, ObjectName name) {
        cluster.objects()
                .edit(
                        CONFIG_MAPS,
                        name,
                        map -> {
                            map.with("metadata").putArray("finalizers").add("example.com/hold");
                            return map;
                        });
    }

    private static void letGo(TestCluster cluster, ObjectName name) {
        cluster.objects()
                .edit(
                        CONFIG_MAPS,
                        name,
                        map -> {
                            List<String> others =
                                    map.finalizers().stream()
                                            .filter(f -> !f.equals("example.com/hold"))
                                            .toList();
                            var list = map.with("metadata").putArray("finalizers");
                            others.forEach(list::add);
                            return map;
                        });
    }
}
