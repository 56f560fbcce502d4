package io.alcove.apiserver.storage.encryption;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apiserver.storage.encryption.EncryptionConfiguration.Rule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Reads a configuration, and says of a wrong one all that is wrong, in upstream's words. */
final class ConfigurationParser {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final List<String> VERSIONS = List.of("apiserver.config.k8s.io/v1", "v1");

    private final List<String> problems = new ArrayList<>();
    private final ProviderParser providers = new ProviderParser(problems);

    private ConfigurationParser() {}

    /**
     * @throws IllegalArgumentException where it is none, or a wrong one
     */
    static EncryptionConfiguration parse(byte[] yaml) {
        JsonNode root;
        try {
            root = YAML.readTree(yaml);
        } catch (IOException e) {
            throw new IllegalArgumentException("no YAML: " + e.getMessage(), e);
        }
        ConfigurationParser parser = new ConfigurationParser();
        EncryptionConfiguration configuration = parser.configuration(root);
        if (!parser.problems.isEmpty()) {
            throw new IllegalArgumentException(
                    parser.problems.size() == 1
                            ? parser.problems.getFirst()
                            : "[" + String.join(", ", parser.problems) + "]");
        }
        return configuration;
    }

    private EncryptionConfiguration configuration(JsonNode root) {
        String version = root.path("apiVersion").asText();
        String kind = root.path("kind").asText();
        if (!VERSIONS.contains(version) || !kind.equals("EncryptionConfiguration")) {
            throw new IllegalArgumentException(
                    "no kind \"%s\" is registered for version \"%s\"".formatted(kind, version));
        }
        if (root.path("resources").isEmpty()) {
            problems.add("resources: Required value: at least one resources is required");
        }
        known(root, "", Set.of("apiVersion", "kind", "resources"));
        List<Rule> rules = new ArrayList<>();
        for (JsonNode rule : root.path("resources")) {
            rules.add(rule(rule, "resources[" + rules.size() + "]"));
        }
        refuseMasked(rules);
        return new EncryptionConfiguration(rules);
    }

    private Rule rule(JsonNode rule, String path) {
        known(rule, path + ".", Set.of("resources", "providers"));
        String resourcesPath = path + ".resources";
        List<String> names =
                StreamSupport.stream(rule.path("resources").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList();
        if (names.isEmpty()) {
            required(resourcesPath);
        }
        ResourceNames.check(names, resourcesPath, problems);
        String providersPath = path + ".providers";
        if (rule.path("providers").isEmpty()) {
            required(providersPath);
        }
        List<Provider> parsed = new ArrayList<>();
        int index = 0;
        for (JsonNode provider : rule.path("providers")) {
            providers.parse(provider, providersPath + "[" + index++ + "]").ifPresent(parsed::add);
        }
        return new Rule(names.stream().map(EncryptionConfiguration::resource).toList(), parsed);
    }

    private void required(String path) {
        problems.add(path + ": Required value: at least one " + path + " is required");
    }

    private void known(JsonNode object, String path, Set<String> fields) {
        object.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!fields.contains(name)) {
                                problems.add(
                                        "strict decoding error: unknown field \""
                                                + path
                                                + name
                                                + "\"");
                            }
                        });
    }

    /** A resource after a wildcard that covers it would never be looked at. */
    private void refuseMasked(List<Rule> rules) {
        Set<GroupResource> seen = new HashSet<>();
        for (Rule rule : rules) {
            for (GroupResource resource : rule.resources()) {
                for (GroupResource mask :
                        List.of(
                                EncryptionConfiguration.everyOf(resource.group()),
                                EncryptionConfiguration.EVERYTHING)) {
                    if (seen.contains(mask)) {
                        problems.add(
                                "resource \"%s\" is masked by earlier rule \"%s\""
                                        .formatted(
                                                EncryptionConfiguration.text(resource),
                                                EncryptionConfiguration.text(mask)));
                    }
                }
            }
            seen.addAll(rule.resources());
        }
    }
}
