package io.alcove.apiserver.kinds.defaults;

import static io.alcove.apiserver.kinds.defaults.Default.emptyObject;
import static io.alcove.apiserver.kinds.defaults.Default.set;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The group admissionregistration. */
final class AdmissionDefaults {

    static final Map<String, List<Default>> TABLE =
            Map.of(
                    "admissionregistration.ValidatingWebhook",
                    webhook(),
                    "admissionregistration.MutatingWebhook",
                    concat(webhook(), set("reinvocationPolicy", "Never")),
                    "admissionregistration.Rule",
                    List.of(set("scope", "*")),
                    "admissionregistration.RuleWithOperations",
                    List.of(set("scope", "*")),
                    "admissionregistration.NamedRuleWithOperations",
                    List.of(set("scope", "*")),
                    "admissionregistration.ServiceReference",
                    List.of(set("port", 443)),
                    "admissionregistration.ValidatingAdmissionPolicySpec",
                    List.of(set("failurePolicy", "Fail")),
                    "admissionregistration.MutatingAdmissionPolicySpec",
                    List.of(set("failurePolicy", "Fail")),
                    "admissionregistration.MatchResources",
                    matching());

    private AdmissionDefaults() {}

    private static List<Default> matching() {
        return List.of(
                set("matchPolicy", "Equivalent"),
                emptyObject("namespaceSelector"),
                emptyObject("objectSelector"));
    }

    private static List<Default> webhook() {
        return concat(concat(matching(), set("failurePolicy", "Fail")), set("timeoutSeconds", 10));
    }

    private static List<Default> concat(List<Default> first, Default last) {
        return Stream.concat(first.stream(), Stream.of(last)).toList();
    }
}
