package io.alcove.apiserver.http;

/**
 * The form in which a client takes an answer.
 *
 * @param asKind what the object is answered as
 * @param version of meta.k8s.io, in which a table or the metadata alone are answered
 * @param pretty whether JSON is to be indented for people
 */
record Representation(Encoding encoding, As asKind, String version, boolean pretty) {

    enum Encoding {
        JSON("application/json", "application/json"),
        YAML("application/yaml", ""),
        PROTOBUF(
                "application/vnd.kubernetes.protobuf",
                "application/vnd.kubernetes.protobuf;stream=watch"),
        /** Only where a feature gate asks for it. */
        CBOR("application/cbor", "application/cbor-seq");

        private final String mediaType;
        private final String streamType;

        Encoding(String mediaType, String streamType) {
            this.mediaType = mediaType;
            this.streamType = streamType;
        }

        String mediaType() {
            return mediaType;
        }

        /** Of a watch; empty where there is none. */
        String streamType() {
            return streamType;
        }
    }

    enum As {
        ITSELF,
        TABLE,
        PARTIAL,
        PARTIAL_LIST
    }

    String mediaType() {
        return encoding.mediaType();
    }

    Representation prettyIf(boolean wanted) {
        return new Representation(encoding, asKind, version, pretty || wanted);
    }
}
