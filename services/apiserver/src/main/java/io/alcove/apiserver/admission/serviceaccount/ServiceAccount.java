package io.alcove.apiserver.admission.serviceaccount;

import static io.alcove.apiserver.admission.CoreResources.PODS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.admission.AdmissionPlugin;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.admission.AdmissionRequest.Operation;
import java.util.Set;

/** Gives a pod its service account, the account's pull secrets, and a token to call the API. */
public final class ServiceAccount implements AdmissionPlugin {

    public static final String NAME = "ServiceAccount";

    private static final String MIRROR = "kubernetes.io/config.mirror";

    private final AccountLookup accounts;

    public ServiceAccount(AccountLookup accounts) {
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Operation> operations() {
        return Set.of(Operation.CREATE, Operation.UPDATE);
    }

    @Override
    public void mutate(AdmissionRequest request) {
        if (!request.isFor(PODS) || !request.is(Operation.CREATE)) {
            return;
        }
        ApiObject pod = request.newObject();
        if (!isMirror(pod)) {
            nameAccount(pod);
            ApiObject account = account(request, pod);
            if (automounts(account, pod)) {
                TokenVolume.mount(pod);
            }
            inheritPullSecrets(account, pod);
        }
        validate(request);
    }

    @Override
    public void validate(AdmissionRequest request) {
        boolean creating = request.isFor(PODS) && request.is(Operation.CREATE);
        boolean debugging =
                request.isFor(PODS, "ephemeralcontainers") && request.is(Operation.UPDATE);
        if (!creating && !debugging) {
            return;
        }
        ApiObject pod = request.newObject();
        if (creating && isMirror(pod)) {
            MirrorPods.check(request, pod);
            return;
        }
        if (accountName(pod).isEmpty()) {
            throw request.forbidden(
                    "no service account specified for pod "
                            + request.namespace()
                            + "/"
                            + pod.name());
        }
        MountableSecrets secrets = new MountableSecrets(account(request, pod));
        if (creating) {
            secrets.check(request, pod);
        } else {
            secrets.checkEphemeral(pod);
        }
    }

    private static void nameAccount(ApiObject pod) {
        ObjectNode spec = pod.with("spec");
        if (accountName(pod).isEmpty()) {
            String alias = pod.text("spec", "serviceAccount");
            spec.put("serviceAccountName", alias.isEmpty() ? AccountLookup.DEFAULT : alias);
        }
        spec.put("serviceAccount", accountName(pod));
    }

    private ApiObject account(AdmissionRequest request, ApiObject pod) {
        try {
            return accounts.require(request.namespace(), accountName(pod));
        } catch (StatusException e) {
            throw request.forbidden(
                    "error looking up service account %s/%s: %s"
                            .formatted(request.namespace(), accountName(pod), e.getMessage()));
        }
    }

    /** The pod's word counts before the account's. */
    private static boolean automounts(ApiObject account, ApiObject pod) {
        JsonNode ofPod = pod.at("spec", "automountServiceAccountToken");
        return ofPod.isBoolean()
                ? ofPod.booleanValue()
                : account.at("automountServiceAccountToken").asBoolean(true);
    }

    private static void inheritPullSecrets(ApiObject account, ApiObject pod) {
        if (!pod.at("spec", "imagePullSecrets").isEmpty()) {
            return;
        }
        ArrayNode secrets = pod.with("spec").putArray("imagePullSecrets");
        for (JsonNode secret : account.elements("imagePullSecrets")) {
            secrets.addObject().put("name", secret.path("name").asText(""));
        }
    }

    private static String accountName(ApiObject pod) {
        return pod.text("spec", "serviceAccountName");
    }

    private static boolean isMirror(ApiObject pod) {
        return pod.annotation(MIRROR).isPresent();
    }
}
