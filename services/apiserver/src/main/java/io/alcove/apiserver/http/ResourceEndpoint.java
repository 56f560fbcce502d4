package io.alcove.apiserver.http;

import io.alcove.apimachinery.catalog.Catalog;
import io.alcove.apimachinery.catalog.CustomTraits;
import io.alcove.apimachinery.catalog.ResourceType;
import io.alcove.apimachinery.catalog.Subresource;
import io.alcove.apimachinery.json.BodyFormat;
import io.alcove.apimachinery.json.ObjectDecoder;
import io.alcove.apimachinery.protobuf.ProtobufDecoder;
import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.apimachinery.table.IncludeObject;
import io.alcove.apiserver.http.Negotiation.Place;
import io.alcove.apiserver.http.Representation.Encoding;
import io.alcove.apiserver.metrics.RequestMetrics;
import io.alcove.apiserver.registry.DeleteOptions;
import io.alcove.apiserver.registry.DeleteOutcome;
import io.alcove.apiserver.registry.ObjectList;
import io.alcove.apiserver.registry.PatchType;
import io.alcove.apiserver.registry.Registry;
import io.alcove.apiserver.registry.RequestBody;
import io.alcove.apiserver.registry.WriteOutcome;
import io.alcove.apiserver.request.RequestContext;
import io.alcove.apiserver.request.RequestInfo;
import java.net.HttpURLConnection;
import java.time.Clock;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The REST verbs on resources. */
final class ResourceEndpoint {

    private static final String APPLY_CBOR = "application/apply-patch+cbor";
    private static final Set<String> COLLECTION_VERBS = Set.of("list", "watch");
    private static final Set<String> TEXT_BODIES = Set.of("", RequestBody.JSON, RequestBody.YAML);

    private final Supplier<Catalog> catalog;
    private final Registry registry;
    private final ProtobufBodies protobufBodies;
    private final Encodings encodings;
    private final RequestMetrics metrics;
    private final KnownForms forms;
    private final Clock clock = Clock.systemUTC();

    ResourceEndpoint(
            Supplier<Catalog> catalog,
            Registry registry,
            ProtobufBodies protobufBodies,
            Encodings encodings,
            RequestMetrics metrics) {
        this.metrics = metrics;
        this.protobufBodies = protobufBodies;
        this.encodings = encodings;
        this.forms = new KnownForms(encodings.all());
        this.catalog = catalog;
        this.registry = registry;
    }

    /**
     * @throws StatusException 404 or 405 where the catalog has nothing of the kind
     */
    ResourceType route(Exchange exchange, RequestInfo info) {
        return ResourceRoute.require(catalog.get(), info, exchange.method());
    }

    void handle(Exchange exchange, RequestContext context, ResourceType type) {
        Answers answers = answers(exchange, form(exchange, context, type), context, type);
        Deprecations.of(type.resource()).ifPresent(exchange::warn);
        type.custom().flatMap(CustomTraits::deprecation).ifPresent(exchange::warn);
        switch (context.info().verb()) {
            case "get" -> {
                String version = exchange.query().text("resourceVersion");
                respond(exchange, answers, 200, answers.object(registry.get(context, version)));
            }
            case "list" -> {
                ObjectList list = registry.list(context, exchange.query().listOptions());
                exchange.respond(200, answers.form().mediaType(), answers.list(list));
            }
            case "watch" ->
                    WatchStream.run(
                            exchange,
                            registry.watch(context, exchange.query().listOptions()),
                            answers,
                            metrics.watch(
                                    context.info().group(),
                                    context.info().resource(),
                                    context.info().version()));
            case "create" ->
                    respond(
                            exchange,
                            answers,
                            registry.create(
                                    context,
                                    body(exchange, type),
                                    exchange.query().writeOptions()));
            case "update" ->
                    respond(
                            exchange,
                            answers,
                            registry.update(
                                    context,
                                    body(exchange, type),
                                    exchange.query().writeOptions()));
            case "patch" ->
                    respond(
                            exchange,
                            answers,
                            registry.patch(
                                    context,
                                    patchType(exchange.contentType(), type),
                                    patch(exchange, type),
                                    exchange.query().writeOptions()));
            case "delete" -> delete(exchange, answers, type, context);
            case "deletecollection" -> {
                ObjectList list =
                        registry.deleteCollection(
                                context,
                                deleteOptions(exchange, type),
                                exchange.query().listOptions());
                exchange.respond(200, answers.form().mediaType(), answers.list(list));
            }
            default -> throw ResourceRoute.methodNotAllowed();
        }
    }

    private void delete(
            Exchange exchange, Answers answers, ResourceType type, RequestContext context) {
        DeleteOutcome outcome = registry.delete(context, deleteOptions(exchange, type));
        boolean accepted = outcome instanceof DeleteOutcome.Held held && held.accepted();
        respond(
                exchange,
                answers,
                accepted ? HttpURLConnection.HTTP_ACCEPTED : HttpURLConnection.HTTP_OK,
                answers.object(outcome.json()));
    }

    private Representation form(Exchange exchange, RequestContext context, ResourceType type) {
        String verb = context.info().verb();
        Place place = COLLECTION_VERBS.contains(verb) ? Place.COLLECTION : Place.OBJECTS;
        boolean protobuf = encodings.hasProtobuf(type.kind());
        String accept = exchange.header("Accept");
        return verb.equals("watch")
                ? Negotiation.of(place, encodings.all(), protobuf).ofWatch(accept)
                : forms.of(place, protobuf, accept).prettyIf(PrettyJson.isWanted(exchange));
    }

    private Answers answers(
            Exchange exchange, Representation form, RequestContext context, ResourceType type) {
        IncludeObject include =
                form.asKind() == Representation.As.TABLE
                        ? IncludeObject.parse(exchange.query().text("includeObject"))
                        : IncludeObject.METADATA;
        return new Answers(
                type,
                type.subresource(context.info().subresource())
                        .map(Subresource::kind)
                        .orElse(type.kind()),
                context.info().subresource().equals("scale"),
                form,
                encodings,
                include,
                clock);
    }

    private static void respond(Exchange exchange, Answers answers, WriteOutcome outcome) {
        respond(
                exchange,
                answers,
                outcome.created() ? HttpURLConnection.HTTP_CREATED : HttpURLConnection.HTTP_OK,
                answers.object(outcome.object()));
    }

    private static void respond(Exchange exchange, Answers answers, int code, byte[] encoded) {
        exchange.respond(code, answers.form().mediaType(), encoded);
    }

    private RequestBody body(Exchange exchange, ResourceType type) {
        String mediaType = exchange.contentType();
        boolean unnamed = mediaType.isEmpty() && !exchange.header("Content-Type").isEmpty();
        if (mediaType.equals(ProtobufDecoder.MEDIA_TYPE)) {
            return protobufBodies.toJson(exchange.body(), type.kind());
        }
        if (mediaType.equals(Encoding.CBOR.mediaType()) && encodings.hasCbor()) {
            return CborBodies.toJson(exchange.body(), type.kind());
        }
        if (unnamed || !TEXT_BODIES.contains(mediaType)) {
            throw new StatusException(
                    Status.of(
                            StatusReason.UNSUPPORTED_MEDIA_TYPE,
                            "the body of the request was in an unknown format - accepted media"
                                    + " types include: "
                                    + encodings.all().stream()
                                            .map(Encoding::mediaType)
                                            .collect(Collectors.joining(", "))));
        }
        return new RequestBody(exchange.body(), mediaType);
    }

    private DeleteOptions deleteOptions(Exchange exchange, ResourceType type) {
        Query query = exchange.query();
        if (exchange.body().length == 0) {
            return query.deleteOptions();
        }
        RequestBody body =
                exchange.contentType().equals(ProtobufDecoder.MEDIA_TYPE)
                        ? protobufBodies.optionsToJson(exchange.body())
                        : body(exchange, type);
        return DeleteOptions.of(
                new ObjectDecoder(catalog.get())
                        .decodeDeleteOptions(
                                body.bytes(),
                                body.mediaType().equals(RequestBody.YAML)
                                        ? BodyFormat.YAML
                                        : BodyFormat.JSON));
    }

    private static RequestBody patch(Exchange exchange, ResourceType type) {
        return exchange.contentType().equals(APPLY_CBOR)
                ? CborBodies.toJson(exchange.body(), type.kind())
                : new RequestBody(exchange.body(), exchange.contentType());
    }

    private PatchType patchType(String contentType, ResourceType resource) {
        if (contentType.equals(APPLY_CBOR) && encodings.hasCbor()) {
            return PatchType.APPLY;
        }
        for (PatchType type : PatchType.values()) {
            boolean taken = !resource.isCustom() || type != PatchType.STRATEGIC_MERGE;
            if (taken && type.mediaType().equals(contentType)) {
                return type;
            }
        }
        throw new StatusException(
                resource.isCustom()
                        ? Status.of(
                                StatusReason.UNSUPPORTED_MEDIA_TYPE,
                                "the body of the request was in an unknown format - accepted media"
                                        + " types include: application/json-patch+json,"
                                        + " application/merge-patch+json,"
                                        + " application/apply-patch+yaml")
                        : Status.general(
                                StatusReason.UNSUPPORTED_MEDIA_TYPE,
                                "415: Unsupported Media Type"));
    }
}
