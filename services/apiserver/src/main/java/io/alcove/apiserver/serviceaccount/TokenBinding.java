package io.alcove.apiserver.serviceaccount;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.apiserver.registry.VirtualResource;
import io.alcove.apiserver.request.RequestInfo;
import java.util.Optional;

/** What a requested token is to be bound to, as the store has it. */
final class TokenBinding {

    private final VirtualResource.Request request;
    private final RequestInfo info;

    TokenBinding(VirtualResource.Request request) {
        this.request = request;
        this.info = request.context().info();
    }

    ApiObject serviceAccount() {
        return get("serviceaccounts", info.namespace(), info.name());
    }

    /**
     * @throws StatusException where the object is missing, another one, or none to bind to
     */
    TokenSubject bind(ApiObject account) {
        TokenSubject free =
                new TokenSubject(
                        account.namespace(),
                        new BoundObject(account.name(), account.uid()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        if (!request.body().at("spec", "boundObjectRef").isObject()) {
            return free;
        }
        GroupVersionKind kind = GroupVersionKind.of(reference("apiVersion"), reference("kind"));
        String which = kind.group().isEmpty() ? kind.kind() : "";
        return switch (which) {
            case "Pod" -> toPod(free, kind);
            case "Secret" ->
                    new TokenSubject(
                            free.namespace(),
                            free.serviceAccount(),
                            Optional.empty(),
                            Optional.of(bound(get("secrets", info.namespace(), name()), kind)),
                            Optional.empty());
            case "Node" ->
                    new TokenSubject(
                            free.namespace(),
                            free.serviceAccount(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(bound(get("nodes", "", name()), kind)));
            default ->
                    throw StatusException.badRequest(
                            "cannot bind token to object of type "
                                    + (kind.group().isEmpty() ? "" : kind.group())
                                    + "/"
                                    + kind.version()
                                    + ", Kind="
                                    + kind.kind());
        };
    }

    private TokenSubject toPod(TokenSubject free, GroupVersionKind kind) {
        ApiObject pod = get("pods", info.namespace(), name());
        if (!pod.text("spec", "serviceAccountName").equals(info.name())) {
            throw StatusException.badRequest(
                    "cannot bind token for serviceaccount \""
                            + info.name()
                            + "\" to pod running with different serviceaccount name.");
        }
        return new TokenSubject(
                free.namespace(),
                free.serviceAccount(),
                Optional.of(bound(pod, kind)),
                Optional.empty(),
                pod.optionalText("spec", "nodeName")
                        .filter(node -> !node.isEmpty())
                        .map(this::node));
    }

    private BoundObject node(String name) {
        try {
            return new BoundObject(name, get("nodes", "", name).uid());
        } catch (StatusException e) {
            if (e.is(StatusReason.NOT_FOUND)) {
                return new BoundObject(name, "");
            }
            throw e;
        }
    }

    private BoundObject bound(ApiObject object, GroupVersionKind kind) {
        String uid = reference("uid");
        if (!uid.isEmpty() && !uid.equals(object.uid())) {
            throw StatusException.conflict(
                    new GroupResource(kind.group(), kind.kind()),
                    object.name(),
                    "the UID in the bound object reference ("
                            + uid
                            + ") does not match the UID in record. The object might have been"
                            + " deleted and then recreated");
        }
        return new BoundObject(object.name(), object.uid());
    }

    private String name() {
        return reference("name");
    }

    private String reference(String field) {
        return request.body().text("spec", "boundObjectRef", field);
    }

    private ApiObject get(String resource, String namespace, String name) {
        RequestInfo get =
                new RequestInfo("get", info.path(), "", "v1", resource, "", namespace, name);
        return ApiObject.parse(request.registry().get(request.context().with(get), "").json());
    }
}
