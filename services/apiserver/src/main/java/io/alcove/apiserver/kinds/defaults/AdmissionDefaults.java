package io.alcove.apiserver.kinds.defaults;

import static io.alcove.apiserver.kinds.defaults.Default.emptyObject;
import static io.alcove.apiserver.kinds.defaults.Default.set;
import static io.alcove.apiserver.kinds.defaults.Default.setAbsent;

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
                    concat(webhook(), setAbsent("reinvocationPolicy", "Never")),
                    "admissionregistration.Rule",
                    List.of(setAbsent("scope", "*")),
                    "admissionregistration.RuleWithOperations",
                    List.of(setAbsent("scope", "*")),
                    "admissionregistration.NamedRuleWithOperations",
                    List.of(setAbsent("scope", "*")),
                    "admissionregistration.ServiceReference",
                    List.of(set("port", 443)),
                    "admissionregistration.ValidatingAdmissionPolicySpec",
                    List.of(setAbsent("failurePolicy", "Fail")),
                    "admissionregistration.MutatingAdmissionPolicySpec",
                    List.of(setAbsent("failurePolicy", "Fail")),
                    "admissionregistration.MatchResources",
                    matching());

    private AdmissionDefaults() {}

    private static List<Default> matching() {
        return List.of(
                setAbsent("matchPolicy", "Equivalent"),
                emptyObject("namespaceSelector"),
                emptyObject("objectSelector"));
    }

    private static List<Default> webhook() {
        return concat(
                concat(matching(), setAbsent("failurePolicy", "Fail")), set("timeoutSeconds", 10));
    }

    private static List<Default> concat(List<Default> first, Default last) {
        return Stream.concat(first.stream(), Stream.of(last)).toList();
    }
}
