package io.alcove.apiserver.registry;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.alcove.apimachinery.catalog.Catalog;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.admission.AdmissionChain;
import io.alcove.apiserver.request.RequestContext;
import io.alcove.apiserver.request.RequestInfo;
import io.alcove.apiserver.request.UserInfo;
import io.alcove.apiserver.storage.StoredObject;
import io.alcove.apiserver.storage.cache.ObjectStorages;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A registry over the real catalog and a store in memory, spoken to by URL paths. */
final class TestingRegistry {

    static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private static final Catalog CATALOG = Catalog.load("1.36");

    final List<String> warnings = new ArrayList<>();
    final VirtualResources virtualResources = new VirtualResources();
    final Registry registry;

    TestingRegistry() {
        TestingStrategies strategies = new TestingStrategies();
        registry =
                new Registry(
                        new RegistryParts(
                                () -> CATALOG,
                                strategies,
                                virtualResources,
                                ObjectStorages.open(
                                        new TestingStore(), new KindFields(strategies), () -> NOW),
                                AdmissionChain.none(),
                                _ -> {},
                                Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    /**
     * @param path "/api/v1/namespaces/default/pods/x/status"; the namespace part may be missing
     */
    RequestContext context(String verb, String path) {
        String[] parts = path.substring(1).split("/");
        int at = parts[0].equals("api") ? 2 : 3;
        String group = at == 2 ? "" : parts[1];
        String version = parts[at - 1];
        String namespace = "";
        if (parts[at].equals("namespaces") && parts.length > at + 2 && !isSubresource(parts, at)) {
            namespace = parts[at + 1];
            at += 2;
        }
        String name = parts.length > at + 1 ? parts[at + 1] : "";
        String subresource = parts.length > at + 2 ? parts[at + 2] : "";
        return new RequestContext(
                new UserInfo("tester", "", List.of(), java.util.Map.of()),
                new RequestInfo(
                        verb, path, group, version, parts[at], subresource, namespace, name),
                "tester/1.0 (linux)",
                warnings::add);
    }

    private static boolean isSubresource(String[] parts, int at) {
        return List.of("status", "finalize").contains(parts[at + 2]);
    }

    ApiObject create(String path, String body) {
        return create(path, body, WriteOptions.DEFAULT);
    }

    ApiObject create(String path, String body, WriteOptions options) {
        return tree(registry.create(context("create", path), json(body), options).object());
    }

    ApiObject update(String path, String body) {
        return update(path, body, WriteOptions.DEFAULT);
    }

    ApiObject update(String path, String body, WriteOptions options) {
        return tree(registry.update(context("update", path), json(body), options).object());
    }

    ApiObject patch(String path, PatchType type, String body) {
        return patch(path, type, body, WriteOptions.DEFAULT);
    }

    ApiObject patch(String path, PatchType type, String body, WriteOptions options) {
        return tree(registry.patch(context("patch", path), type, json(body), options).object());
    }

    ApiObject apply(String path, String manager, String body) {
        return patch(path, PatchType.APPLY, body, new WriteOptions(manager, "", List.of(), null));
    }

    ApiObject get(String path) {
        return tree(registry.get(context("get", path), ""));
    }

    DeleteOutcome delete(String path, DeleteOptions options) {
        return registry.delete(context("delete", path), options);
    }

    DeleteOutcome delete(String path) {
        return delete(path, DeleteOptions.DEFAULT);
    }

    ObjectList list(String path, ListOptions options) {
        return registry.list(context("list", path), options);
    }

    Watch watch(String path, ListOptions options) {
        return registry.watch(context("watch", path), options);
    }

    static Status refusal(ThrowingCallable call) {
        return catchThrowableOfType(StatusException.class, call).status();
    }

    static ApiObject tree(StoredObject object) {
        return ApiObject.parse(object.json());
    }

    private static RequestBody json(String body) {
        return RequestBody.json(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
