package io.alcove.apimachinery.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** Turns the first document of a YAML stream into JSON, with aliases and merge keys resolved. */
final class YamlReader {

    /** Aliases let few bytes stand for many values. */
    private static final int MAX_VALUES = 1_000_000;

    private static final int MAX_DEPTH = 1000;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final List<String> duplicates = new ArrayList<>();
    private int values;

    YamlBody read(byte[] yaml) {
        try {
            LoaderOptions options = new LoaderOptions();
            options.setNestingDepthLimit(MAX_DEPTH);
            String text = new String(yaml, StandardCharsets.UTF_8);
            ParserImpl parser = new ParserImpl(new StreamReader(text), options);
            Composer composer = new Composer(parser, new Resolver(), options);
            JsonNode tree =
                    composer.checkNode() ? convert(composer.getNode(), 0) : NullNode.instance;
            return new YamlBody(tree, List.copyOf(duplicates));
        } catch (MarkedYAMLException e) {
            throw new DecodeException(YamlErrors.describe(e));
        } catch (YAMLException e) {
            throw new DecodeException("yaml: " + e.getMessage());
        }
    }

    private JsonNode convert(Node node, int depth) {
        values++;
        if (values > MAX_VALUES || depth > MAX_DEPTH) {
            throw new DecodeException("yaml: document contains excessive aliasing");
        }
        return switch (node) {
            case MappingNode mapping -> mapping(mapping, depth);
            case SequenceNode sequence -> sequence(sequence, depth);
            case ScalarNode scalar -> YamlScalar.toJson(scalar);
            default -> throw new DecodeException("yaml: unknown node " + node.getNodeId());
        };
    }

    private ArrayNode sequence(SequenceNode node, int depth) {
        ArrayNode array = NODES.arrayNode();
        node.getValue().forEach(element -> array.add(convert(element, depth + 1)));
        return array;
    }

    private ObjectNode mapping(MappingNode node, int depth) {
        ObjectNode object = NODES.objectNode();
        ObjectNode merged = NODES.objectNode();
        for (NodeTuple tuple : node.getValue()) {
            Node key = tuple.getKeyNode();
            JsonNode value = convert(tuple.getValueNode(), depth + 1);
            if (key.getTag().equals(Tag.MERGE)) {
                merge(value, merged);
                continue;
            }
            String name = keyText(key);
            if (object.has(name)) {
                int line = key.getStartMark().getLine() + 1;
                duplicates.add("line " + line + ": key \"" + name + "\" already set in map");
            }
            object.set(name, value);
        }
        merged.properties().forEach(e -> object.putIfAbsent(e.getKey(), e.getValue()));
        return object;
    }

    private static void merge(JsonNode value, ObjectNode into) {
        switch (value) {
            case ObjectNode object ->
                    object.properties().forEach(e -> into.putIfAbsent(e.getKey(), e.getValue()));
            case ArrayNode list -> list.forEach(each -> merge(each, into));
            default ->
                    throw new DecodeException(
                            "yaml: map merge requires map or sequence of maps as the value");
        }
    }

    private static String keyText(Node key) {
        if (key instanceof ScalarNode scalar) {
            return YamlScalar.toJson(scalar).asText();
        }
        throw new DecodeException("yaml: a map's key is no scalar");
    }
}
