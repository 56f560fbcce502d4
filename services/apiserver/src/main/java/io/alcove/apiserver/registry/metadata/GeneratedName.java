package io.alcove.apiserver.registry.metadata;

import io.alcove.apimachinery.object.ApiObject;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/** Names made from metadata.generateName, as upstream makes them. */
public final class GeneratedName {

    private static final String ALPHABET = "bcdfghjklmnpqrstvwxz2456789";
    private static final int SUFFIX_LENGTH = 5;
    private static final int MAX_BASE_LENGTH = 63 - SUFFIX_LENGTH;

    private GeneratedName() {}

    public static boolean isWanted(ApiObject object) {
        return object.name().isEmpty() && !base(object).isEmpty();
    }

    public static void assign(ApiObject object) {
        String base = base(object);
        String cut = base.length() > MAX_BASE_LENGTH ? base.substring(0, MAX_BASE_LENGTH) : base;
        object.with("metadata").put("name", cut + suffix());
    }

    public static String base(ApiObject object) {
        return object.text("metadata", "generateName");
    }

    private static String suffix() {
        RandomGenerator random = ThreadLocalRandom.current();
        StringBuilder suffix = new StringBuilder(SUFFIX_LENGTH);
        for (int i = 0; i < SUFFIX_LENGTH; i++) {
            suffix.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return suffix.toString();
    }
}
