package io.alcove.apimachinery.names;

import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/** Names made from a prefix, as upstream makes them for metadata.generateName. */
public final class GeneratedNames {

    private static final String ALPHABET = "bcdfghjklmnpqrstvwxz2456789";
    private static final int SUFFIX_LENGTH = 5;
    private static final int MAX_PREFIX_LENGTH = 63 - SUFFIX_LENGTH;

    private GeneratedNames() {}

    /** The prefix, cut where it is too long, and five random letters. */
    public static String of(String prefix) {
        RandomGenerator random = ThreadLocalRandom.current();
        StringBuilder name =
                new StringBuilder(
                        prefix.substring(0, Math.min(prefix.length(), MAX_PREFIX_LENGTH)));
        for (int i = 0; i < SUFFIX_LENGTH; i++) {
            name.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return name.toString();
    }
}
