package io.alcove.apiserver.storage.encryption;

import java.util.List;

/** One element of a rule's providers. */
sealed interface Provider {

    /** A cipher with keys of its own, the first of which encrypts. */
    record Local(Cipher cipher, List<Key> keys) implements Provider {}

    record Kms(KmsOptions options) implements Provider {}

    /** Values are stored as they are. */
    record Plain() implements Provider {}

    record Key(String name, byte[] secret) {}

    enum Cipher {
        AESGCM("aesgcm", "AES"),
        AESCBC("aescbc", "AES"),
        SECRETBOX("secretbox", "Secretbox");

        private final String field;
        private final String family;

        Cipher(String field, String family) {
            this.field = field;
            this.family = family;
        }

        String field() {
            return field;
        }

        List<Integer> keyLengths() {
            return this == SECRETBOX ? List.of(32) : List.of(16, 24, 32);
        }

        String prefix() {
            return "k8s:enc:" + field + ":v1:";
        }

        String noKey() {
            return "no matching key was found for the provided " + family + " transformer";
        }

        ValueTransformer transformer(byte[] key) {
            return switch (this) {
                case AESGCM -> new AesGcm(key);
                case AESCBC -> new AesCbc(key);
                case SECRETBOX -> new Secretbox(key);
            };
        }
    }
}
