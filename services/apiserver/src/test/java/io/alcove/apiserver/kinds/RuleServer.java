package io.alcove.apiserver.kinds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.catalog.Catalog;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.admission.AdmissionChain;
import io.alcove.apiserver.allocation.Cidr;
import io.alcove.apiserver.allocation.OwnServiceAllocator;
import io.alcove.apiserver.allocation.PortRange;
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
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The registry with the built-in kinds over a store in memory, without admission. */
final class RuleServer {

    private static final Catalog CATALOG = Catalog.load("1.36");
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final WriteOptions DRY_RUN = new WriteOptions("", "", List.of("All"), null);

    private final Registry registry;

    RuleServer() {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        BuiltInKinds kinds =
                new BuiltInKinds(
                        CATALOG,
                        new OwnServiceAllocator(
                                Cidr.parse("10.96.0.0/16"), PortRange.DEFAULT, new Random(1)),
                        clock);
        registry =
                new Registry(
                        new RegistryParts(
                                () -> CATALOG,
                                kinds,
                                new VirtualResources(),
                                ObjectStorages.open(
                                        new MemoryStore(), new KindFields(kinds), () -> NOW),
                                AdmissionChain.none(),
                                _ -> {},
                                clock));
    }

    /** Code, causes and, where there are none, the message. */
    List<String> answer(RuleRow row) {
        try {
            if (row.isUpdate()) {
                update(row);
                return List.of("200");
            }
            registry.create(context("create", row, ""), body(row.first()), DRY_RUN);
            return List.of("201");
        } catch (StatusException e) {
            return lines(e.status());
        }
    }

    private void update(RuleRow row) {
        ObjectNode made =
                ApiObject.parse(
                                registry.create(
                                                context("create", row, ""),
                                                body(row.first()),
                                                WriteOptions.DEFAULT)
                                        .object()
                                        .json())
                        .node();
        if (!row.status().isMissingNode()) {
            made.set("status", row.status());
            made =
                    ApiObject.parse(
                                    registry.update(
                                                    context("update", row, "status"),
                                                    body(made),
                                                    WriteOptions.DEFAULT)
                                            .object()
                                            .json())
                            .node();
        }
        ((ObjectNode) made.path("metadata")).remove("managedFields");
        registry.update(
                context("update", row, row.subresource()), body(row.updated(made)), DRY_RUN);
    }

    private static List<String> lines(Status status) {
        List<String> lines = new ArrayList<>(List.of("" + status.code()));
        status.details()
                .causes()
                .forEach(c -> lines.add(c.field() + " | " + c.reason() + " | " + c.message()));
        if (status.code() != 422 || status.details().causes().isEmpty()) {
            lines.add(status.message());
        }
        return lines.stream().distinct().toList();
    }

    private static RequestBody body(ObjectNode object) {
        return RequestBody.json(ApiObject.of(object).toBytes());
    }

    private static RequestContext context(String verb, RuleRow row, String subresource) {
        String[] parts = row.path().substring(1).split("/", -1);
        boolean core = parts[0].equals("api");
        String namespace = row.path().contains("/namespaces/") ? "default" : "";
        return new RequestContext(
                new UserInfo(
                        "admin", "", List.of("system:masters", "system:authenticated"), Map.of()),
                new RequestInfo(
                        verb,
                        row.path(),
                        core ? "" : parts[1],
                        core ? parts[1] : parts[2],
                        parts[parts.length - 1],
                        subresource,
                        namespace,
                        verb.equals("create") ? "" : row.name()),
                "recorder",
                _ -> {});
    }
}
