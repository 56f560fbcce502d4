package io.alcove.apiserver.bootstrap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.catalog.Catalog;
import io.alcove.apimachinery.facts.Facts;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.apiserver.registry.Registry;
import io.alcove.apiserver.registry.RequestBody;
import io.alcove.apiserver.registry.WriteOptions;
import io.alcove.apiserver.request.RequestContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The objects that a cluster has from its start, recorded from a fresh kube-apiserver, and the
 * roles of Alcove's own services. What exists is left as it is, but roles get back rules that they
 * lack, unless their autoupdate annotation says no.
 */
public final class Bootstrap {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String AUTO_UPDATE = "rbac.authorization.kubernetes.io/autoupdate";

    private final Catalog catalog;
    private final Registry registry;

    public Bootstrap(Catalog catalog, Registry registry) {
        this.catalog = catalog;
        this.registry = registry;
    }

    public void run() {
        objects(catalog.minor()).forEach(this::ensure);
        read("alcove.json").forEach(this::ensure);
    }

    /**
     * What a fresh kube-apiserver makes for itself.
     *
     * @param minor the Kubernetes version ("1.36")
     */
    public static List<ApiObject> objects(String minor) {
        Facts facts = Facts.load(Bootstrap.class, minor);
        return Stream.of("namespace", "object")
                .flatMap(section -> facts.section(section).values().stream())
                .map(fact -> ApiObject.of((ObjectNode) fact.read()))
                .toList();
    }

    /** Creates the object unless one of its name exists. */
    public void ensure(ApiObject wanted) {
        Optional<ApiObject> present = find(wanted);
        if (present.isEmpty()) {
            create(wanted);
        } else if (wanted.node().has("rules")) {
            restoreRules(wanted, present.get());
        }
    }

    /** Creates the object, or brings these fields of the one that exists to what is wanted. */
    void keep(ApiObject wanted, List<String> fields) {
        Optional<ApiObject> found = find(wanted);
        if (found.isEmpty()) {
            create(wanted);
            return;
        }
        ApiObject present = found.get();
        fields.forEach(field -> present.node().set(field, wanted.at(field)));
        update(present);
    }

    /** Another server that starts at the same time may be faster. */
    private void create(ApiObject wanted) {
        try {
            registry.create(
                    context(wanted, "create"),
                    RequestBody.json(wanted.toBytes()),
                    WriteOptions.DEFAULT);
        } catch (StatusException e) {
            if (!e.is(StatusReason.ALREADY_EXISTS) && !e.is(StatusReason.CONFLICT)) {
                throw e;
            }
        }
    }

    private void update(ApiObject present) {
        try {
            registry.update(
                    context(present, "update"),
                    RequestBody.json(present.toBytes()),
                    WriteOptions.DEFAULT);
        } catch (StatusException e) {
            if (!e.is(StatusReason.CONFLICT)) {
                throw e;
            }
        }
    }

    private Optional<ApiObject> find(ApiObject wanted) {
        try {
            return Optional.of(ApiObject.parse(registry.get(context(wanted, "get"), "").json()));
        } catch (StatusException e) {
            if (e.is(StatusReason.NOT_FOUND)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void restoreRules(ApiObject wanted, ApiObject present) {
        if (present.annotation(AUTO_UPDATE).filter("false"::equals).isPresent()) {
            return;
        }
        List<JsonNode> held = present.elements("rules");
        List<JsonNode> missing =
                wanted.elements("rules").stream().filter(rule -> !held.contains(rule)).toList();
        if (!missing.isEmpty()) {
            ObjectNode node = present.node();
            ArrayNode rules =
                    node.get("rules") instanceof ArrayNode array ? array : node.putArray("rules");
            rules.addAll(missing);
            update(present);
        }
    }

    private RequestContext context(ApiObject object, String verb) {
        return Loopback.context(catalog, object, verb, "");
    }

    private static List<ApiObject> read(String resource) {
        try (InputStream in = Bootstrap.class.getResourceAsStream(resource)) {
            List<ApiObject> objects = new ArrayList<>();
            for (JsonNode node : JSON.readTree(Objects.requireNonNull(in, resource))) {
                objects.add(ApiObject.of((ObjectNode) node));
            }
            return objects;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
