package io.alcove.apiserver.admission;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alcove.apiserver.admission.builtin.PluginSelection;
import java.util.List;
import org.junit.jupiter.api.Test;

class PluginSelectionTest {

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
                                "[NamespaceLifecycle ServiceAccount] in enable-admission-plugins and disable-admission-plugins overlapped"),
                        new Case(
                                "not built",
                                List.of("ValidatingAdmissionWebhook"),
                                List.of(),
                                "enable-admission-plugins plugin \"ValidatingAdmissionWebhook\" is not supported yet"))) {
            assertThatThrownBy(() -> new PluginSelection(c.enabled(), c.disabled()))
                    .as(c.name())
                    .hasMessage(c.complaint());
        }
    }
}
