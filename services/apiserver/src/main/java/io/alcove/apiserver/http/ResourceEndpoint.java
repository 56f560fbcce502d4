package io.alcove.apiserver.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.catalog.Catalog;
import io.alcove.apimachinery.catalog.ResourceType;
import io.alcove.apimachinery.protobuf.ProtobufDecoder;
import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.apimachinery.table.IncludeObject;
import io.alcove.apiserver.registry.DeleteOptions;
import io.alcove.apiserver.registry.DeleteOutcome;
import io.alcove.apiserver.registry.ObjectList;
import io.alcove.apiserver.registry.PatchType;
import io.alcove.apiserver.registry.Registry;
import io.alcove.apiserver.registry.RequestBody;
import io.alcove.apiserver.registry.WriteOutcome;
import io.alcove.apiserver.request.RequestContext;
import java.net.HttpURLConnection;
import java.time.Clock;
import java.util.function.Supplier;

/** The REST verbs on resources. */
final class ResourceEndpoint {

    private final Supplier<Catalog> catalog;
    private final Registry registry;
    private final ProtobufBodies protobufBodies;
    private final Clock clock = Clock.systemUTC();

    ResourceEndpoint(Supplier<Catalog> catalog, Registry registry, ProtobufBodies protobufBodies) {
        this.protobufBodies = protobufBodies;
        this.catalog = catalog;
        this.registry = registry;
    }

    void handle(Exchange exchange, RequestContext context) {
        if (!servesVersion(context)) {
            exchange.respondText(404, "404 page not found\n");
            return;
        }
        Representation form = Representation.of(exchange.header("Accept"));
        switch (context.info().verb()) {
            case "get" -> {
                String version = exchange.query().text("resourceVersion");
                byte[] json = registry.get(context, version).json();
                respond(exchange, form, 200, answers(exchange, form, context).object(json));
            }
            case "list" -> {
                ObjectList list = registry.list(context, exchange.query().listOptions());
                respond(exchange, form, 200, answers(exchange, form, context).list(list));
            }
            case "watch" ->
                    WatchStream.run(
                            exchange,
                            registry.watch(context, exchange.query().listOptions()),
                            answers(exchange, form, context));
            case "create" -> {
                if (!context.info().name().isEmpty() && context.info().subresource().isEmpty()) {
                    throw methodNotAllowed();
                }
                respond(
                        exchange,
                        form,
                        registry.create(context, body(exchange), exchange.query().writeOptions()));
            }
            case "update" ->
                    respond(
                            exchange,
                            form,
                            registry.update(
                                    context, body(exchange), exchange.query().writeOptions()));
            case "patch" ->
                    respond(
                            exchange,
                            form,
                            registry.patch(
                                    context,
                                    patchType(exchange.contentType()),
                                    body(exchange),
                                    exchange.query().writeOptions()));
            case "delete" -> delete(exchange, form, context);
            case "deletecollection" -> {
                ObjectList list =
                        registry.deleteCollection(
                                context, deleteOptions(exchange), exchange.query().listOptions());
                respond(exchange, form, 200, answers(exchange, form, context).list(list));
            }
            default -> throw methodNotAllowed();
        }
    }

    private boolean servesVersion(RequestContext context) {
        return catalog.get().groups().stream()
                .filter(group -> group.name().equals(context.info().group()))
                .flatMap(group -> group.versions().stream())
                .anyMatch(version -> version.version().equals(context.info().version()));
    }

    private void delete(Exchange exchange, Representation form, RequestContext context) {
        DeleteOutcome outcome = registry.delete(context, deleteOptions(exchange));
        boolean accepted = outcome instanceof DeleteOutcome.Held held && held.accepted();
        respond(
                exchange,
                form,
                accepted ? HttpURLConnection.HTTP_ACCEPTED : HttpURLConnection.HTTP_OK,
                outcome.json());
    }

    private Answers answers(Exchange exchange, Representation form, RequestContext context) {
        // where a type is not served, the registry has refused before
        ResourceType type =
                catalog.get().resource(context.info().groupVersionResource()).orElseThrow();
        return new Answers(
                type, form, IncludeObject.parse(exchange.query().text("includeObject")), clock);
    }

    private static void respond(Exchange exchange, Representation form, WriteOutcome outcome) {
        respond(
                exchange,
                form,
                outcome.created() ? HttpURLConnection.HTTP_CREATED : HttpURLConnection.HTTP_OK,
                outcome.object().json());
    }

    private static void respond(Exchange exchange, Representation form, int code, byte[] json) {
        exchange.respond(code, form.mediaType(), form.encode(json));
    }

    private RequestBody body(Exchange exchange) {
        return exchange.contentType().equals(ProtobufDecoder.MEDIA_TYPE)
                ? protobufBodies.toJson(exchange.body())
                : new RequestBody(exchange.body(), exchange.contentType());
    }

    private DeleteOptions deleteOptions(Exchange exchange) {
        Query query = exchange.query();
        if (exchange.body().length == 0) {
            return query.deleteOptions();
        }
        JsonNode node = DeleteOptionsBody.read(body(exchange));
        return DeleteOptions.of(node);
    }

    private static PatchType patchType(String contentType) {
        for (PatchType type : PatchType.values()) {
            if (type.mediaType().equals(contentType)) {
                return type;
            }
        }
        throw new StatusException(
                Status.of(StatusReason.UNSUPPORTED_MEDIA_TYPE, "415: Unsupported Media Type"));
    }

    private static StatusException methodNotAllowed() {
        return new StatusException(
                Status.of(
                        StatusReason.METHOD_NOT_ALLOWED,
                        "the server does not allow this method on the requested resource"));
    }
}
