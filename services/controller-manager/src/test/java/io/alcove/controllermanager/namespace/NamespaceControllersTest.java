package io.alcove.controllermanager.namespace;

import static io.alcove.controllermanager.controller.Resources.CONFIG_MAPS;
import static io.alcove.controllermanager.controller.Resources.NAMESPACES;
import static io.alcove.controllermanager.controller.Resources.PODS;
import static io.alcove.controllermanager.controller.Resources.SERVICE_ACCOUNTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.alcove.apimachinery.catalog.Catalog;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.controllermanager.controller.Conditions;
import io.alcove.controllermanager.controller.TestCluster;
import io.alcove.controllermanager.rootca.RootCaPublisher;
import io.alcove.controllermanager.serviceaccount.DefaultServiceAccount;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamespaceControllersTest {

    private static final ObjectName NAME = ObjectName.clusterScoped("web");
    private static final ObjectName ROOT_CA = new ObjectName("web", "kube-root-ca.crt");
    private static final String NAMESPACE =
            "{apiVersion: 'v1', kind: 'Namespace', metadata: {name: 'web'},"
                    + " spec: {finalizers: ['kubernetes']}}";

    @Test
    void furnishesANamespaceAndRepairsWhatOthersChange() {
        try (TestCluster cluster = cluster()) {
            cluster.create(NAMESPACES, NAMESPACE);
            cluster.await(SERVICE_ACCOUNTS, new ObjectName("web", "default"), _ -> true);
            cluster.await(CONFIG_MAPS, ROOT_CA, m -> m.text("data", "ca.crt").equals("PEM"));
            cluster.objects()
                    .edit(
                            CONFIG_MAPS,
                            ROOT_CA,
                            map -> {
                                map.with("data").put("ca.crt", "other");
                                return map;
                            });
            cluster.await(CONFIG_MAPS, ROOT_CA, m -> m.text("data", "ca.crt").equals("PEM"));
        }
    }

    @Test
    void emptiesATerminatingNamespaceAndLetsItGo() {
        try (TestCluster cluster = cluster()) {
            cluster.create(NAMESPACES, NAMESPACE);
            cluster.await(CONFIG_MAPS, ROOT_CA, _ -> true);
            cluster.await(SERVICE_ACCOUNTS, new ObjectName("web", "default"), _ -> true);
            cluster.objects().delete(NAMESPACES, NAME);
            cluster.awaitGone(NAMESPACES, NAME);
            assertThat(cluster.objects().list(CONFIG_MAPS, "web")).isEmpty();
            assertThat(cluster.objects().list(SERVICE_ACCOUNTS, "web")).isEmpty();
        }
    }

    @Test
    void saysWhatHoldsATerminatingNamespace() {
        try (TestCluster cluster = cluster()) {
            cluster.create(NAMESPACES, NAMESPACE);
            cluster.create(
                    PODS,
                    "{apiVersion: 'v1', kind: 'Pod', metadata: {name: 'p', namespace: 'web',"
                            + " finalizers: ['example.com/hold']}}");
            cluster.objects().delete(NAMESPACES, NAME);
            ApiObject held =
                    cluster.await(
                            NAMESPACES,
                            NAME,
                            n ->
                                    new Conditions(n, Instant.now())
                                            .isTrue("NamespaceFinalizersRemaining"));
            assertThat(held.elements("status", "conditions"))
                    .extracting(c -> c.path("message").asText())
                    .contains(
                            "Some resources are remaining: pods. has 1 resource instances",
                            "Some content in the namespace has finalizers remaining:"
                                    + " example.com/hold in 1 resource instances");
            cluster.objects()
                    .edit(
                            PODS,
                            new ObjectName("web", "p"),
                            pod -> {
                                pod.with("metadata").remove("finalizers");
                                return pod;
                            });
            cluster.awaitGone(NAMESPACES, NAME);
        }
    }

    private static TestCluster cluster() {
        Catalog catalog = Catalog.load("1.36");
        return TestCluster.with(
                List.of(
                        context -> NamespaceController.create(context, catalog),
                        DefaultServiceAccount::create,
                        context -> RootCaPublisher.create(context, "PEM")));
    }
}
