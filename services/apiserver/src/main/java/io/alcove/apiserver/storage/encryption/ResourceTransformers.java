package io.alcove.apiserver.storage.encryption;

import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apiserver.storage.encryption.PrefixTransformers.Prefixed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The transformer of each resource, and the KMS plugins that they need. */
final class ResourceTransformers implements AutoCloseable {

    private static final ValueTransformer IDENTITY = new Identity();

    private final Map<GroupResource, ValueTransformer> transformers = new HashMap<>();
    private final Map<String, KmsProvider> kms = new HashMap<>();

    ResourceTransformers(EncryptionConfiguration configuration, KmsProvider.Opener opener) {
        Map<GroupResource, List<Prefixed>> prefixed = new HashMap<>();
        for (EncryptionConfiguration.Rule rule : configuration.rules()) {
            List<Prefixed> providers =
                    rule.providers().stream().map(p -> prefixed(p, opener)).toList();
            rule.resources()
                    .forEach(
                            r ->
                                    prefixed.computeIfAbsent(r, _ -> new ArrayList<>())
                                            .addAll(providers));
        }
        prefixed.forEach(
                (resource, providers) ->
                        transformers.put(
                                resource,
                                new PrefixTransformers(providers, "no matching prefix found")));
    }

    private Prefixed prefixed(Provider provider, KmsProvider.Opener opener) {
        return switch (provider) {
            case Provider.Plain _ -> new Prefixed("", IDENTITY);
            case Provider.Local local ->
                    new Prefixed(
                            local.cipher().prefix(),
                            new PrefixTransformers(keys(local), local.cipher().noKey()));
            case Provider.Kms(KmsOptions options) -> {
                KmsProvider plugin = opener.open(options);
                kms.put(options.name(), plugin);
                yield new Prefixed("k8s:enc:kms:v2:" + options.name() + ":", plugin);
            }
        };
    }

    private static List<Prefixed> keys(Provider.Local local) {
        return local.keys().stream()
                .map(
                        key ->
                                new Prefixed(
                                        key.name() + ":", local.cipher().transformer(key.secret())))
                .toList();
    }

    ValueTransformer of(GroupResource resource) {
        for (GroupResource rule :
                List.of(
                        resource,
                        EncryptionConfiguration.everyOf(resource.group()),
                        EncryptionConfiguration.EVERYTHING)) {
            ValueTransformer transformer = transformers.get(rule);
            if (transformer != null) {
                return transformer;
            }
        }
        return IDENTITY;
    }

    boolean usesKms() {
        return !kms.isEmpty();
    }

    /** What hinders writes; empty where nothing does. */
    Optional<String> problem() {
        String problems =
                kms.values().stream()
                        .flatMap(plugin -> plugin.problem().stream())
                        .collect(Collectors.joining("; "));
        return problems.isEmpty() ? Optional.empty() : Optional.of(problems);
    }

    @Override
    public void close() {
        kms.values().forEach(KmsProvider::close);
    }
}
