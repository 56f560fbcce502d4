package io.alcove.apiserver.pod;

import io.alcove.apimachinery.catalog.Catalog;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.admission.AdmissionChain;
import io.alcove.apiserver.allocation.Cidr;
import io.alcove.apiserver.allocation.OwnServiceAllocator;
import io.alcove.apiserver.allocation.PortRange;
import io.alcove.apiserver.kinds.BuiltInKinds;
import io.alcove.apiserver.registry.KindFields;
import io.alcove.apiserver.registry.Registry;
import io.alcove.apiserver.registry.RegistryParts;
import io.alcove.apiserver.registry.RequestBody;
import io.alcove.apiserver.registry.VirtualResources;
import io.alcove.apiserver.registry.WriteOptions;
import io.alcove.apiserver.request.RequestContext;
import io.alcove.apiserver.request.RequestInfo;
import io.alcove.apiserver.request.UserInfo;
import io.alcove.apiserver.storage.cache.ObjectStorages;
import io.alcove.apiserver.storage.memory.MemoryStore;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A registry of the built-in kinds in memory, with pods and budgets in one namespace. */
final class TestingPods {

    static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private static final Catalog CATALOG = Catalog.load("1.36");
    private static final WriteOptions DRY_RUN = new WriteOptions("", "", List.of("All"), null);

    private final Registry registry;

    TestingPods() {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        BuiltInKinds kinds =
                new BuiltInKinds(
                        CATALOG,
                        new OwnServiceAllocator(
                                Cidr.parse("10.96.0.0/16"), PortRange.DEFAULT, new Random(1)),
                        clock);
        VirtualResources answers = new VirtualResources();
        PodSubresources.addTo(answers, clock);
        this.registry =
                new Registry(
                        new RegistryParts(
                                () -> CATALOG,
                                kinds,
                                answers,
                                ObjectStorages.open(
                                        new MemoryStore(), new KindFields(kinds), () -> NOW),
                                AdmissionChain.none(),
                                _ -> {},
                                clock));
    }

    /** The pod "p". */
    ApiObject createPod(String metadata, String spec) {
        String body =
                "{'metadata':{'name':'p'%s},'spec':{'containers':[{'name':'c','image':'i'}]%s}}"
                        .formatted(metadata, spec);
        return create(info("create", "", "v1", "pods", "", ""), body, WriteOptions.DEFAULT);
    }

    ApiObject setPodStatus(String status) {
        ApiObject pod = pod();
        pod.node().set("status", ApiObject.parse(bytes(status)).node());
        return update(info("update", "", "v1", "pods", "status", "p"), pod);
    }

    /** A budget for pods of the label app=web. */
    ApiObject createBudget(String name, String spec, String status) {
        String body =
                "{'metadata':{'name':'%s'},'spec':{'minAvailable':1,'selector':{'matchLabels':{'app':'web'}}%s}}"
                        .formatted(name, spec);
        RequestInfo create = info("create", "policy", "v1", "poddisruptionbudgets", "", "");
        ApiObject budget = create(create, body, WriteOptions.DEFAULT);
        budget.node().set("status", ApiObject.parse(bytes(status)).node());
        return update(
                info("update", "policy", "v1", "poddisruptionbudgets", "status", name), budget);
    }

    ApiObject bind(String body) {
        return subresource("binding", body, WriteOptions.DEFAULT);
    }

    ApiObject bindDry(String body) {
        return subresource("binding", body, DRY_RUN);
    }

    ApiObject bindLegacy(String body) {
        RequestInfo info = info("create", "", "v1", "bindings", "", "");
        return create(info, body, WriteOptions.DEFAULT);
    }

    ApiObject evict(String body) {
        return subresource("eviction", body, WriteOptions.DEFAULT);
    }

    ApiObject evictDry(String body) {
        return subresource("eviction", body, DRY_RUN);
    }

    ApiObject pod() {
        return get(info("get", "", "v1", "pods", "", "p"));
    }

    boolean hasPod() {
        return !refusalOf(this::pod).contains("not found");
    }

    ApiObject budget(String name) {
        return get(info("get", "policy", "v1", "poddisruptionbudgets", "", name));
    }

    /** The code and the message with its causes of what was refused; empty where it was not. */
    static String refusalOf(Runnable call) {
        try {
            call.run();
            return "";
        } catch (StatusException e) {
            Status status = e.status();
            StringBuilder text = new StringBuilder();
            text.append(status.code()).append(' ').append(status.message());
            status.details()
                    .causes()
                    .forEach(c -> text.append(" | ").append(c.reason() + ": " + c.message()));
            if (status.details().retryAfterSeconds() > 0) {
                text.append(" | after ").append(status.details().retryAfterSeconds());
            }
            return text.toString();
        }
    }

    private ApiObject subresource(String subresource, String body, WriteOptions options) {
        return create(info("create", "", "v1", "pods", subresource, "p"), body, options);
    }

    private ApiObject create(RequestInfo info, String body, WriteOptions options) {
        return ApiObject.parse(
                registry.create(context(info), RequestBody.json(bytes(body)), options)
                        .object()
                        .json());
    }

    private ApiObject update(RequestInfo info, ApiObject object) {
        return ApiObject.parse(
                registry.update(
                                context(info),
                                RequestBody.json(object.toBytes()),
                                WriteOptions.DEFAULT)
                        .object()
                        .json());
    }

    private ApiObject get(RequestInfo info) {
        return ApiObject.parse(registry.get(context(info), "").json());
    }

    private static RequestContext context(RequestInfo info) {
        UserInfo user = new UserInfo("tester", "", List.of(), Map.of());
        return new RequestContext(user, info, "tester/1.0", _ -> {});
    }

    private static RequestInfo info(
            String verb,
            String group,
            String version,
            String resource,
            String subresource,
            String name) {
        return new RequestInfo(
                verb, "/test", group, version, resource, subresource, "default", name);
    }

    static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
