package io.alcove.apiserver.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apiserver.admission.builtin.BuiltInPlugins;
import io.alcove.apiserver.admission.builtin.PluginParts;
import io.alcove.apiserver.admission.builtin.PluginSelection;
import io.alcove.apiserver.admission.matching.EquivalentKinds;
import io.alcove.apiserver.admission.matching.KindSchemas;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PluginSelectionTest {

    @Test
    void asksPluginsInUpstreamsOrder() {
        assertThat(names(new PluginSelection(List.of("AlwaysDeny", "NodeRestriction"), List.of())))
                .containsExactly(
                        "NamespaceLifecycle",
                        "LimitRanger",
                        "ServiceAccount",
                        "NodeRestriction",
                        "TaintNodesByCondition",
                        "PodSecurity",
                        "Priority",
                        "DefaultTolerationSeconds",
                        "DefaultStorageClass",
                        "StorageObjectInUseProtection",
                        "PersistentVolumeClaimResize",
                        "RuntimeClass",
                        "CertificateApproval",
                        "CertificateSigning",
                        "CertificateSubjectRestriction",
                        "DefaultIngressClass",
                        "PodTopologyLabels",
                        "PodResizeValidator",
                        "MutatingAdmissionPolicy",
                        "ValidatingAdmissionPolicy",
                        "ResourceQuota",
                        "AlwaysDeny");
    }

    @Test
    void leavesOutWhatIsDisabled() {
        assertThat(names(new PluginSelection(List.of(), List.of("PodSecurity", "AlwaysAdmit"))))
                .contains("ResourceQuota")
                .doesNotContain("PodSecurity", "AlwaysAdmit");
    }

    private static List<String> names(PluginSelection selection) {
        return BuiltInPlugins.chain(
                        selection,
                        new PluginParts(
                                new Nothing(),
                                new Nothing(),
                                (_, _) -> false,
                                _ -> Optional.empty(),
                                EquivalentKinds.NONE,
                                KindSchemas.NONE,
                                PluginSettings.DEFAULT,
                                Clock.systemUTC()))
                .names();
    }

    /** A cluster that nobody asks. */
    private static final class Nothing implements ClusterObjects, ClusterWrites {
        @Override
        public Optional<ApiObject> get(GroupResource resource, ObjectName name) {
            return Optional.empty();
        }

        @Override
        public List<ApiObject> list(GroupResource resource, String namespace) {
            return List.of();
        }

        @Override
        public List<byte[]> encoded(GroupResource resource) {
            return List.of();
        }

        @Override
        public void create(ApiObject object) {}

        @Override
        public void updateStatus(ApiObject object) {}
    }

    private record Case(
            String name, List<String> enabled, List<String> disabled, String complaint) {}

    @Test
    void complainsOfFlagsInUpstreamsWords() {
        for (Case c :
                List.of(
                        new Case(
                                "unknown name",
                                List.of("Nope"),
                                List.of(),
                                "enable-admission-plugins plugin \"Nope\" is unknown"),
                        new Case(
                                "unknown name to leave out",
                                List.of(),
                                List.of("Nope"),
                                "disable-admission-plugins plugin \"Nope\" is unknown"),
                        new Case(
                                "in both",
                                List.of("ServiceAccount", "NamespaceLifecycle"),
                                List.of("NamespaceLifecycle", "ServiceAccount"),
                                "[NamespaceLifecycle ServiceAccount] in enable-admission-plugins"
                                        + " and disable-admission-plugins overlapped"),
                        new Case(
                                "not built",
                                List.of("ValidatingAdmissionWebhook"),
                                List.of(),
                                "enable-admission-plugins plugin \"ValidatingAdmissionWebhook\" is"
                                        + " not supported yet"))) {
            assertThatThrownBy(() -> new PluginSelection(c.enabled(), c.disabled()))
                    .as(c.name())
                    .hasMessage(c.complaint());
        }
    }
}
