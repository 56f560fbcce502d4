package io.alcove.apiserver.serviceaccount;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apiserver.request.UserInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whose a token is, and what it is bound to: its "kubernetes.io" claim. */
record TokenSubject(
        String namespace,
        BoundObject serviceAccount,
        Optional<BoundObject> pod,
        Optional<BoundObject> secret,
        Optional<BoundObject> node) {

    private static final String EXTRA = "authentication.kubernetes.io/";

    static TokenSubject of(JsonNode claim) {
        return new TokenSubject(
                claim.path("namespace").asText(""),
                BoundObject.of(claim.path("serviceaccount")).orElse(new BoundObject("", "")),
                BoundObject.of(claim.path("pod")),
                BoundObject.of(claim.path("secret")),
                BoundObject.of(claim.path("node")));
    }

    /** The names in the order of the alphabet, as upstream writes them. */
    ObjectNode claim() {
        ObjectNode claim = JsonNodeFactory.instance.objectNode().put("namespace", namespace);
        node.ifPresent(object -> claim.set("node", object.claim()));
        pod.ifPresent(object -> claim.set("pod", object.claim()));
        secret.ifPresent(object -> claim.set("secret", object.claim()));
        claim.set("serviceaccount", serviceAccount.claim());
        return claim;
    }

    String userName() {
        return "system:serviceaccount:" + namespace + ":" + serviceAccount.name();
    }

    UserInfo user(String tokenId) {
        Map<String, List<String>> extra = new LinkedHashMap<>();
        if (!tokenId.isEmpty()) {
            extra.put(EXTRA + "credential-id", List.of("JTI=" + tokenId));
        }
        pod.ifPresent(object -> addExtra(extra, "pod", object));
        node.ifPresent(object -> addExtra(extra, "node", object));
        return new UserInfo(
                userName(),
                serviceAccount.uid(),
                List.of("system:serviceaccounts", "system:serviceaccounts:" + namespace),
                extra);
    }

    private static void addExtra(Map<String, List<String>> extra, String kind, BoundObject object) {
        extra.put(EXTRA + kind + "-name", List.of(object.name()));
        if (!object.uid().isEmpty()) {
            extra.put(EXTRA + kind + "-uid", List.of(object.uid()));
        }
    }
}
