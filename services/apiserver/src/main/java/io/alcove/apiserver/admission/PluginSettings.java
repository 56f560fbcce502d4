package io.alcove.apiserver.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;

/**
 * What plugins are told by flags.
 *
 * @param configuration of --admission-control-config-file, by the plugin's name
 */
public record PluginSettings(
        long notReadyTolerationSeconds,
        long unreachableTolerationSeconds,
        Map<String, JsonNode> configuration) {

    public static final PluginSettings DEFAULT = new PluginSettings(300, 300, Map.of());

    public PluginSettings {
        configuration = Map.copyOf(configuration);
    }

    /** A missing node where the plugin is not configured. */
    public JsonNode of(String plugin) {
        return configuration.getOrDefault(plugin, MissingNode.getInstance());
    }
}
