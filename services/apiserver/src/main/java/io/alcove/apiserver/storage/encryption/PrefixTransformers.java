package io.alcove.apiserver.storage.encryption;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writes with the first of several transformers, reads with each whose prefix the value has. */
final class PrefixTransformers implements ValueTransformer {

    /**
     * @param prefix empty for one that takes every value
     */
    record Prefixed(String prefix, ValueTransformer transformer) {

        private byte[] bytes() {
            return prefix.getBytes(StandardCharsets.UTF_8);
        }
    }

    private final List<Prefixed> transformers;
    private final String noMatch;

    /**
     * @param noMatch what is said of a value that has none of the prefixes
     */
    PrefixTransformers(List<Prefixed> transformers, String noMatch) {
        this.transformers = List.copyOf(transformers);
        this.noMatch = noMatch;
    }

    @Override
    public byte[] toStorage(byte[] plain, byte[] context) throws TransformException {
        Prefixed first = transformers.getFirst();
        byte[] value = first.transformer().toStorage(plain, context);
        byte[] prefix = first.bytes();
        if (prefix.length == 0) {
            return value;
        }
        byte[] stored = Arrays.copyOf(prefix, prefix.length + value.length);
        System.arraycopy(value, 0, stored, prefix.length, value.length);
        return stored;
    }

    @Override
    public Plain fromStorage(byte[] stored, byte[] context) throws TransformException {
        Set<String> failures = new LinkedHashSet<>();
        for (int i = 0; i < transformers.size(); i++) {
            byte[] prefix = transformers.get(i).bytes();
            if (!startsWith(stored, prefix)) {
                continue;
            }
            try {
                byte[] value = Arrays.copyOfRange(stored, prefix.length, stored.length);
                Plain plain = transformers.get(i).transformer().fromStorage(value, context);
                return new Plain(plain.value(), plain.stale() || i > 0);
            } catch (TransformException e) {
                if (prefix.length > 0) {
                    failures.add(String.valueOf(e.getMessage()));
                }
            }
        }
        throw new TransformException(message(failures));
    }

    /** As upstream prints several errors as one. */
    private String message(Set<String> failures) {
        if (failures.isEmpty()) {
            return noMatch;
        }
        return failures.size() == 1
                ? failures.iterator().next()
                : "[" + String.join(", ", failures) + "]";
    }

    private static boolean startsWith(byte[] value, byte[] prefix) {
        return value.length >= prefix.length
                && Arrays.equals(value, 0, prefix.length, prefix, 0, prefix.length);
    }
}
