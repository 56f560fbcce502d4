package io.alcove.apimachinery.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.object.GroupVersionResource;
import io.alcove.apimachinery.schema.ListType;
import io.alcove.apimachinery.schema.PatchStrategy;
import io.alcove.apimachinery.schema.Schema;
import io.alcove.apimachinery.schema.ValueForm;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogTest {

    private static final Catalog CATALOG = Catalog.load("1.36");

    @Test
    void listsGroupsAsUpstreamDiscoveryDoes() {
        assertThat(CATALOG.groups().stream().map(ApiGroup::name))
                .startsWith("", "apiregistration.k8s.io", "apps", "events.k8s.io");
        assertThat(CATALOG.resources()).hasSizeGreaterThan(60);
    }

    @Test
    void prefersTheFirstVersionOfAGroup() {
        ResourceType autoscaler =
                CATALOG.preferred(new GroupResource("autoscaling", "horizontalpodautoscalers"))
                        .orElseThrow();

        assertThat(autoscaler.resource().version()).isEqualTo("v2");
        assertThat(CATALOG.servedFrom(autoscaler.storage()))
                .extracting(type -> type.resource().version())
                .containsExactly("v2", "v1");
    }

    @Test
    void storesEventsOfBothGroupsTogether() {
        ResourceType events =
                CATALOG.resource(new GroupVersionResource("events.k8s.io", "v1", "events"))
                        .orElseThrow();

        assertThat(events.storage()).isEqualTo(new GroupVersionResource("", "v1", "events"));
        assertThat(events.schema().property("note")).isPresent();
    }

    @Test
    void resolvesSubresourceKindsOfOtherGroups() {
        ResourceType pods =
                CATALOG.resource(new GroupVersionResource("", "v1", "pods")).orElseThrow();

        Subresource eviction = pods.subresource("eviction").orElseThrow();
        assertThat(eviction.kind()).isEqualTo(new GroupVersionKind("policy", "v1", "Eviction"));
        assertThat(CATALOG.schema(eviction.kind())).isPresent();
    }

    @Test
    void resolvesPropertiesThroughReferences() {
        Schema spec = podSpec();
        Schema containers = spec.property("containers").orElseThrow();

        assertThat(containers.listType()).isEqualTo(ListType.MAP);
        assertThat(containers.listMapKeys()).isEqualTo(List.of("name"));
        assertThat(containers.patchMergeKey()).isEqualTo("name");
        assertThat(containers.patchStrategies()).containsExactly(PatchStrategy.MERGE);
        assertThat(form(spec, "containers", "ports", "containerPort")).isEqualTo(ValueForm.INT32);
        assertThat(form(spec, "containers", "resources", "limits")).isEqualTo(ValueForm.MAP);
        assertThat(form(spec, "nodeSelector")).isEqualTo(ValueForm.MAP);
        assertThat(spec.required()).containsExactly("containers");
    }

    @Test
    void refusesAVersionWhoseFactsAreNotPacked() {
        assertThatThrownBy(() -> Catalog.load("1.1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unknown Kubernetes version 1.1");
    }

    private static ValueForm form(Schema schema, String... path) {
        Schema current = schema;
        for (String property : path) {
            current = current.items().orElse(current).property(property).orElseThrow();
        }
        return current.form();
    }

    private static Schema podSpec() {
        return CATALOG.schema(new GroupVersionKind("", "v1", "Pod"))
                .flatMap(pod -> pod.property("spec"))
                .orElseThrow();
    }
}
