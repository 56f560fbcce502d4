package io.alcove.apimachinery.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The shapes of a kind in its versions, and comparisons of objects in them. */
final class VersionedShapes {

    private final String version;
    private final Versions versions;
    private final Map<String, Optional<Shape>> shapes = new ConcurrentHashMap<>();

    VersionedShapes(String version, Shape shape, Versions versions) {
        this.version = version;
        this.versions = versions;
        this.shapes.put(version, Optional.of(shape));
    }

    /** Of the request. */
    String version() {
        return version;
    }

    boolean serves(String apiVersion) {
        return lookUp(apiVersion).isPresent();
    }

    Shape shape(String apiVersion) {
        return lookUp(apiVersion).orElseThrow();
    }

    ObjectNode convert(ObjectNode object, String from, String to) {
        return from.equals(to) ? object : versions.convert(object, to);
    }

    private Optional<Shape> lookUp(String apiVersion) {
        return shapes.computeIfAbsent(apiVersion, v -> versions.schema(v).map(Shape::of));
    }
}
