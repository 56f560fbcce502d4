package io.alcove.apiserver.admission.serviceaccount;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.admission.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds pods to the secrets that their account lists, where the account asks for that. */
final class MountableSecrets {

    private static final String ENFORCE = "kubernetes.io/enforce-mountable-secrets";

    /** What Go's strconv.ParseBool takes for true. */
    private static final Set<String> TRUE = Set.of("1", "t", "T", "true", "TRUE", "True");

    private final ApiObject account;
    private final boolean enforced;
    private final Set<String> secrets;
    private final Set<String> pullSecrets;

    MountableSecrets(ApiObject account) {
        this.account = account;
        this.enforced = account.annotation(ENFORCE).filter(TRUE::contains).isPresent();
        this.secrets = names(account.elements("secrets"));
        this.pullSecrets = names(account.elements("imagePullSecrets"));
    }

    void check(AdmissionRequest request, ApiObject pod) {
        if (enforced) {
            complaint(pod)
                    .ifPresent(
                            why -> {
                                throw request.forbidden(why);
                            });
        }
    }

    /** Upstream forgets to make this refusal a 403. */
    void checkEphemeral(ApiObject pod) {
        if (enforced) {
            ofContainers(pod, "ephemeralContainers", "ephemeral container")
                    .ifPresent(
                            why -> {
                                throw Refusal.withoutReason(why);
                            });
        }
    }

    private Optional<String> complaint(ApiObject pod) {
        return ofVolumes(pod)
                .or(() -> ofContainers(pod, "initContainers", "init container"))
                .or(() -> ofContainers(pod, "containers", "container"))
                .or(() -> ofPullSecrets(pod));
    }

    private Optional<String> ofVolumes(ApiObject pod) {
        for (JsonNode volume : pod.elements("spec", "volumes")) {
            if (volume.has("secret")) {
                String name = volume.path("secret").path("secretName").asText("");
                if (!secrets.contains(name)) {
                    return Optional.of("volume with" + notListed("secret.secretName", name));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> ofContainers(ApiObject pod, String field, String word) {
        for (JsonNode container : pod.elements("spec", field)) {
            String who = word + " " + container.path("name").asText("");
            for (JsonNode variable : container.path("env")) {
                JsonNode reference = variable.path("valueFrom").path("secretKeyRef");
                if (isForeign(reference)) {
                    String of = " with envVar " + variable.path("name").asText("");
                    return Optional.of(who + of + referencing(reference));
                }
            }
            for (JsonNode source : container.path("envFrom")) {
                if (isForeign(source.path("secretRef"))) {
                    return Optional.of(
                            who + " with envFrom" + referencing(source.path("secretRef")));
                }
            }
        }
        return Optional.empty();
    }

    private boolean isForeign(JsonNode reference) {
        return reference.isObject() && !secrets.contains(reference.path("name").asText(""));
    }

    private String referencing(JsonNode reference) {
        return " referencing" + notListed("secret.secretName", reference.path("name").asText(""));
    }

    private String notListed(String what, String name) {
        return " %s=\"%s\" is not allowed because service account %s does not reference that secret"
                .formatted(what, name, account.name());
    }

    private Optional<String> ofPullSecrets(ApiObject pod) {
        List<JsonNode> used = pod.elements("spec", "imagePullSecrets");
        for (int i = 0; i < used.size(); i++) {
            String name = used.get(i).path("name").asText("");
            if (!pullSecrets.contains(name)) {
                return Optional.of(
                        "imagePullSecrets[%d].name=\"%s\" is not allowed because service account %s does not reference that imagePullSecret"
                                .formatted(i, name, account.name()));
            }
        }
        return Optional.empty();
    }

    private static Set<String> names(List<JsonNode> references) {
        return references.stream()
                .map(reference -> reference.path("name").asText(""))
                .collect(Collectors.toSet());
    }
}
