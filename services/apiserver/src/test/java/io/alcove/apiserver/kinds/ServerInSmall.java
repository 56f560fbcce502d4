package io.alcove.apiserver.kinds;

import io.alcove.apimachinery.catalog.Catalog;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupKind;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.object.GroupVersionResource;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.admission.AdmissionChain;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.admission.AdmissionRequest.Operation;
import io.alcove.apiserver.allocation.Cidr;
import io.alcove.apiserver.allocation.OwnServiceAllocator;
import io.alcove.apiserver.allocation.PortRange;
import io.alcove.apiserver.registry.KindStrategy;
import io.alcove.apiserver.registry.metadata.MetadataRules;
import io.alcove.apiserver.request.RequestContext;
import io.alcove.apiserver.request.RequestInfo;
import io.alcove.apiserver.request.UserInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** The part of a create that admission and kinds answer for, with nothing around it. */
final class ServerInSmall {

    static final String UID = "11111111-2222-3333-4444-555555555555";
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final BuiltInKinds kinds =
            new BuiltInKinds(
                    Catalog.load("1.36"),
                    new OwnServiceAllocator(
                            Cidr.parse("10.96.0.0/16"), PortRange.DEFAULT, new Random(1)),
                    Clock.fixed(NOW, ZoneOffset.UTC));
    private final AdmissionChain admission;

    ServerInSmall(AdmissionChain admission) {
        this.admission = admission;
    }

    /**
     * @throws StatusException where the object is refused
     */
    ApiObject create(String path, ApiObject object) {
        RequestContext context = context(path, object);
        GroupVersionKind kind = object.groupVersionKind();
        KindStrategy strategy = kinds.of(new GroupKind(kind.group(), kind.kind()));
        object.with("metadata").remove(List.of("creationTimestamp", "generation", "selfLink"));
        strategy.applyDefaults(object);
        AdmissionRequest request =
                new AdmissionRequest(
                        context,
                        Operation.CREATE,
                        kind,
                        Optional.of(object),
                        Optional.empty(),
                        true);
        admission.mutate(request);
        object.with("metadata").put("uid", UID);
        if (!strategy.keepsStatusOnCreate()) {
            object.node().remove("status");
        }
        if (strategy.countsGenerations()) {
            object.with("metadata").put("generation", 1);
        }
        strategy.reserve(context, object, Optional.empty(), true);
        strategy.prepareForCreate(context, object);
        List<StatusCause> causes =
                new ArrayList<>(
                        MetadataRules.check(
                                object, path.contains("/namespaces/"), strategy::validateName));
        causes.addAll(strategy.validateCreate(context, object));
        if (!causes.isEmpty()) {
            throw StatusException.invalid(
                    new GroupKind(kind.group(), kind.kind()), object.name(), causes);
        }
        admission.validate(request);
        return object;
    }

    private static RequestContext context(String path, ApiObject object) {
        String resourceName = path.substring(path.lastIndexOf("/") + 1);
        GroupVersionKind kind = object.groupVersionKind();
        GroupVersionResource resource =
                new GroupVersionResource(kind.group(), kind.version(), resourceName);
        ObjectName name = object.objectName();
        RequestInfo info =
                new RequestInfo(
                        "create",
                        path,
                        resource.group(),
                        resource.version(),
                        resource.resource(),
                        "",
                        name.namespace(),
                        name.name());
        UserInfo admin =
                new UserInfo(
                        "admin", "", List.of("system:masters", "system:authenticated"), Map.of());
        return new RequestContext(admin, info, "", _ -> {});
    }
}
