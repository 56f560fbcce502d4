package io.alcove.apiserver.http;

import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.apiserver.http.Representation.As;
import io.alcove.apiserver.http.Representation.Encoding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the form for what a client accepts, by upstream's rules: its router looks for a type that
 * it knows, then the clauses are tried in their order.
 *
 * @param encodings that there are, in upstream's order
 * @param plain those of them in which objects can be had as they are: a custom resource has no
 *     protobuf
 */
record Negotiation(List<Encoding> encodings, Set<Encoding> plain, Place place) {

    /** What is answered, and so what the router and the clauses are asked. */
    enum Place {
        OBJECTS,
        /** Lists, which can be watched. */
        COLLECTION,
        DOCUMENT,
        /** Stands before the router. */
        UNROUTED
    }

    private static final String META_GROUP = "meta.k8s.io";
    private static final String META_VERSION = "v1";
    private static final Set<String> META_VERSIONS = Set.of(META_VERSION, "v1beta1");
    private static final Map<String, As> KINDS =
            Map.of(
                    "Table", As.TABLE,
                    "PartialObjectMetadata", As.PARTIAL,
                    "PartialObjectMetadataList", As.PARTIAL_LIST);

    /** Those that are always there. */
    private static final List<Encoding> STABLE =
            List.of(Encoding.JSON, Encoding.YAML, Encoding.PROTOBUF);

    private static final Representation JSON =
            new Representation(Encoding.JSON, As.ITSELF, META_VERSION, false);

    /** For what is not said in protobuf. */
    static Negotiation of(Place place, List<Encoding> encodings, boolean protobuf) {
        Set<Encoding> plain = EnumSet.copyOf(encodings);
        if (!protobuf) {
            plain.remove(Encoding.PROTOBUF);
        }
        return new Negotiation(encodings, plain, place);
    }

    /** For discovery, which has no CBOR. */
    static Negotiation of(Place place) {
        return of(place, STABLE, true);
    }

    /** For what is not objects: documents, errors. */
    static Optional<Representation> ofAnything(String accept, List<Encoding> encodings) {
        return of(Place.UNROUTED, encodings, true).find(accept);
    }

    /**
     * @throws StatusException 406
     */
    Representation of(String accept) {
        if (!isRouted(accept)) {
            throw notRepresentable(
                    (place == Place.COLLECTION
                                    ? Stream.concat(mediaTypes(), streamTypes())
                                    : mediaTypes())
                            .collect(Collectors.joining(", ")));
        }
        return find(accept)
                .orElseThrow(() -> notAcceptable(mediaTypes().collect(Collectors.joining(", "))));
    }

    /** The same for a watch, which is not sent as YAML. */
    Representation ofWatch(String accept) {
        Representation form = of(accept);
        if (form.encoding().streamType().isEmpty()) {
            throw notAcceptable(streamTypes().collect(Collectors.joining(", ")));
        }
        return form;
    }

    /** For what is text for people and JSON for programs. */
    static void requireJson(String accept) {
        if (!new Negotiation(List.of(Encoding.JSON), Set.of(Encoding.JSON), Place.DOCUMENT)
                .isRouted(accept)) {
            throw notRepresentable(Encoding.JSON.mediaType());
        }
    }

    private Stream<String> mediaTypes() {
        return encodings.stream().map(Encoding::mediaType);
    }

    private Stream<String> streamTypes() {
        return encodings.stream()
                .filter(encoding -> !encoding.streamType().isEmpty())
                .map(
                        encoding ->
                                encoding == Encoding.CBOR
                                        ? encoding.streamType()
                                        : encoding.mediaType() + ";stream=watch");
    }

    /** Upstream's router knows types, but neither their parameters nor parts of them. */
    private boolean isRouted(String accept) {
        if (accept.isEmpty() || place == Place.UNROUTED) {
            return true;
        }
        List<String> known = new ArrayList<>(mediaTypes().toList());
        known.add("*/*");
        if (place == Place.COLLECTION) {
            known.addAll(streamTypes().toList());
        }
        return Arrays.stream(accept.split(",", -1))
                .map(clause -> clause.split(";", 2)[0].strip())
                .anyMatch(known::contains);
    }

    private Optional<Representation> find(String accept) {
        if (accept.isEmpty()) {
            return Optional.of(JSON);
        }
        for (AcceptClause clause : AcceptClause.parse(accept)) {
            for (Encoding encoding : encodings) {
                if (clause.takes(encoding.mediaType()) && allows(clause, encoding)) {
                    return Optional.of(
                            new Representation(
                                    encoding,
                                    KINDS.getOrDefault(clause.parameter("as"), As.ITSELF),
                                    clause.parameters().getOrDefault("v", META_VERSION),
                                    clause.parameter("pretty").equals("1")));
                }
            }
        }
        return Optional.empty();
    }

    private boolean allows(AcceptClause clause, Encoding encoding) {
        boolean objects = place == Place.OBJECTS || place == Place.COLLECTION;
        String stream = clause.parameter("stream");
        boolean streams = !encoding.streamType().isEmpty() && stream.equals("watch");
        if (!stream.isEmpty() && !streams) {
            return false;
        }
        if (!clause.parameter("sv").isEmpty()
                && !(objects && clause.parameter("sv").equals(META_VERSION))) {
            return false;
        }
        boolean transforms =
                Stream.of("as", "g", "v").anyMatch(name -> clause.parameters().containsKey(name));
        if (!transforms) {
            return plain.contains(encoding);
        }
        As as = KINDS.get(clause.parameter("as"));
        return objects
                && as != null
                && clause.parameter("g").equals(META_GROUP)
                && META_VERSIONS.contains(clause.parameter("v"))
                && (as != As.TABLE || encoding == Encoding.JSON || encoding == Encoding.YAML);
    }

    private static StatusException notAcceptable(String known) {
        return new StatusException(
                Status.of(
                        StatusReason.NOT_ACCEPTABLE,
                        "only the following media types are accepted: " + known));
    }

    /** What is refused before a clause is looked into is worded by the router. */
    static StatusException notRepresentable(String known) {
        return new StatusException(
                Status.general(
                        StatusReason.NOT_ACCEPTABLE,
                        "406: Not Acceptable\n\nAvailable representations: " + known));
    }
}
