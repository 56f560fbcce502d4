package io.alcove.apimachinery.protobuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The bodies are what kubectl 1.32 sent. */
class ProtobufDecoderTest {

    private static final ProtobufDecoder DECODER = ProtobufDecoder.load("1.36").orElseThrow();

    @Test
    void readsWhatKubectlSends() throws IOException {
        record Case(String body, String json) {}
        for (Case c :
                List.of(
                        new Case(
                                "azhzAAoPCgJ2MRIJQ29uZmlnTWFwEhsKEQoBYRIAGgAiACoAMgA4AEIAEgYKAWsSAXYaACIA",
                                "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"a\","
                                        + "\"generateName\":\"\",\"namespace\":\"\",\"selfLink\":\"\",\"uid\":\"\","
                                        + "\"resourceVersion\":\"\",\"generation\":0,\"creationTimestamp\":null},"
                                        + "\"data\":{\"k\":\"v\"}}"))) {
            assertThat(
                            DECODER.decode(Base64.getDecoder().decode(c.body()))
                                    .orElseThrow()
                                    .toString())
                    .isEqualTo(c.json());
        }
    }

    @Test
    void refusesBytesThatAreNoMessage() {
        assertThatThrownBy(() -> DECODER.decode(new byte[] {1, 2})).isInstanceOf(IOException.class);
    }

    @Test
    void endsOnAnyBytes() {
        long seed = 20261124;
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            byte[] body =
                    Base64.getDecoder()
                            .decode(
                                    "azhzAAoPCgJ2MRIJQ29uZmlnTWFwEhsKEQoBYRIAGgAiACoAMgA4AEIAEgYKAWsSAXYaACIA");
            body[4 + random.nextInt(body.length - 4)] = (byte) random.nextInt(256);
            try {
                assertThat(DECODER.decode(body)).as("seed %d", seed).isNotNull();
            } catch (IOException e) {
                assertThat(e).isNotNull();
            }
        }
    }
}
