package io.alcove.apiserver.admission;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.catalog.Catalog;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.admission.Scenario.Step;
import io.alcove.apiserver.admission.builtin.BuiltInPlugins;
import io.alcove.apiserver.admission.builtin.PluginParts;
import io.alcove.apiserver.admission.builtin.PluginSelection;
import io.alcove.apiserver.admission.matching.EquivalentKinds;
import io.alcove.apiserver.admission.ownership.OwnedKinds;
import io.alcove.apiserver.allocation.Cidr;
import io.alcove.apiserver.allocation.OwnServiceAllocator;
import io.alcove.apiserver.allocation.PortRange;
import io.alcove.apiserver.authorization.Authorizers;
import io.alcove.apiserver.authorization.Decision;
import io.alcove.apiserver.authorization.Forbidden;
import io.alcove.apiserver.authorization.Modes;
import io.alcove.apiserver.authorization.rbac.RbacAuthorizer;
import io.alcove.apiserver.bootstrap.Bootstrap;
import io.alcove.apiserver.bootstrap.Loopback;
import io.alcove.apiserver.kinds.BuiltInKinds;
import io.alcove.apiserver.pod.PodSubresources;
import io.alcove.apiserver.registry.DeleteOptions;
import io.alcove.apiserver.registry.DeleteOutcome;
import io.alcove.apiserver.registry.KindFields;
import io.alcove.apiserver.registry.PatchType;
import io.alcove.apiserver.registry.Registry;
import io.alcove.apiserver.registry.RegistryParts;
import io.alcove.apiserver.registry.RequestBody;
import io.alcove.apiserver.registry.VirtualResources;
import io.alcove.apiserver.registry.WriteOptions;
import io.alcove.apiserver.registry.WriteOutcome;
import io.alcove.apiserver.request.RequestContext;
import io.alcove.apiserver.request.RequestInfo;
import io.alcove.apiserver.request.UserInfo;
import io.alcove.apiserver.storage.cache.ObjectStorages;
import io.alcove.apiserver.storage.memory.MemoryStore;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** The part of an API server behind its doors, with RBAC and admission as a scenario wants it. */
final class ScenarioServer {

    private static final Catalog CATALOG = Catalog.load("1.36");
    private static final UserInfo ADMIN =
            new UserInfo("admin", "", List.of(UserInfo.GROUP_MASTERS), Map.of()).authenticated();

    private final Authorizers authorizer;
    private final Registry registry;

    /** What the server says to a step. */
    record Answer(int code, JsonNode body, List<String> warnings) {}

    ScenarioServer(Scenario scenario) {
        Clock clock = Clock.systemUTC();
        BuiltInKinds kinds =
                new BuiltInKinds(
                        CATALOG,
                        new OwnServiceAllocator(
                                Cidr.parse("10.96.0.0/16"), PortRange.DEFAULT, new Random(1)),
                        clock);
        ObjectStorages storages =
                ObjectStorages.open(new MemoryStore(), new KindFields(kinds), clock);
        authorizer =
                new Authorizers(
                        Modes.of(List.of("RBAC"), Map.of("RBAC", new RbacAuthorizer(storages))));
        AdmissionChain chain =
                BuiltInPlugins.chain(
                        new PluginSelection(scenario.enabled(), scenario.disabled()),
                        new PluginParts(
                                new StoredObjects(storages),
                                new Loopback(() -> CATALOG, this::registry),
                                this::allows,
                                ScenarioServer::served,
                                EquivalentKinds.NONE,
                                CATALOG::schema,
                                new PluginSettings(300, 300, scenario.configuration()),
                                clock));
        registry =
                new Registry(
                        new RegistryParts(
                                () -> CATALOG,
                                kinds,
                                answers(clock),
                                storages,
                                chain,
                                _ -> {},
                                clock));
        new Bootstrap(CATALOG, registry).run();
    }

    Answer run(Step step) {
        List<String> warnings = new ArrayList<>();
        try {
            RequestContext context =
                    new RequestContext(user(step), info(step), "test", warnings::add);
            authorize(context);
            return answer(step, context, warnings);
        } catch (StatusException e) {
            return new Answer(e.status().code(), e.status().toNode(), warnings);
        }
    }

    private Answer answer(Step step, RequestContext context, List<String> warnings) {
        RequestBody body =
                RequestBody.json(step.body().toString().getBytes(StandardCharsets.UTF_8));
        return switch (context.info().verb()) {
            case "create" ->
                    written(registry.create(context, body, WriteOptions.DEFAULT), warnings);
            case "update" ->
                    written(registry.update(context, body, WriteOptions.DEFAULT), warnings);
            case "patch" ->
                    written(
                            registry.patch(context, patchType(step), body, WriteOptions.DEFAULT),
                            warnings);
            case "delete" ->
                    new Answer(200, deleted(registry.delete(context, options(step))), warnings);
            case "get" ->
                    new Answer(
                            200,
                            ApiObject.parse(registry.get(context, "").json()).node(),
                            warnings);
            default -> throw new IllegalArgumentException(step.method());
        };
    }

    private static DeleteOptions options(Step step) {
        return step.body().isMissingNode() ? DeleteOptions.DEFAULT : DeleteOptions.of(step.body());
    }

    private static JsonNode deleted(DeleteOutcome outcome) {
        return ApiObject.parse(outcome.json()).node();
    }

    private static Answer written(WriteOutcome outcome, List<String> warnings) {
        return new Answer(
                outcome.created() ? 201 : 200,
                ApiObject.parse(outcome.object().json()).node(),
                warnings);
    }

    private static PatchType patchType(Step step) {
        return Stream.of(PatchType.values())
                .filter(type -> type.mediaType().equals(step.contentType()))
                .findFirst()
                .orElseThrow();
    }

    private void authorize(RequestContext context) {
        if (!allows(context.user(), context.info())) {
            throw Forbidden.of(context.user(), context.info(), "");
        }
    }

    private boolean allows(UserInfo user, RequestInfo request) {
        return authorizer.authorize(user, request) instanceof Decision.Allowed;
    }

    private static VirtualResources answers(Clock clock) {
        VirtualResources answers = new VirtualResources();
        PodSubresources.addTo(answers, clock);
        return answers;
    }

    private Registry registry() {
        return registry;
    }

    private static Optional<OwnedKinds.Served> served(GroupVersionKind kind) {
        return CATALOG.kind(kind)
                .map(
                        type ->
                                new OwnedKinds.Served(
                                        type.resource().groupResource(), type.namespaced()));
    }

    private static UserInfo user(Step step) {
        return step.user().isEmpty()
                ? ADMIN
                : new UserInfo(step.user(), "", step.groups(), Map.of()).authenticated();
    }

    /** Reads "/api/v1/namespaces/default/pods/x/status"; without query. */
    private static RequestInfo info(Step step) {
        List<String> parts = List.of(step.path().substring(1).split("/"));
        boolean core = parts.getFirst().equals("api");
        String group = core ? "" : parts.get(1);
        String version = parts.get(core ? 1 : 2);
        List<String> rest = parts.subList(core ? 2 : 3, parts.size());
        String namespace = "";
        if (rest.getFirst().equals("namespaces") && rest.size() > 2 && isResource(rest.get(2))) {
            namespace = rest.get(1);
            rest = rest.subList(2, rest.size());
        }
        String verb =
                switch (step.method()) {
                    case "POST" -> "create";
                    case "PUT" -> "update";
                    case "PATCH" -> "patch";
                    case "DELETE" -> "delete";
                    default -> "get";
                };
        return new RequestInfo(
                verb,
                step.path(),
                group,
                version,
                rest.getFirst(),
                rest.size() > 2 ? rest.get(2) : "",
                namespace,
                rest.size() > 1 ? rest.get(1) : "");
    }

    private static boolean isResource(String part) {
        return !List.of("status", "finalize").contains(part);
    }
}
