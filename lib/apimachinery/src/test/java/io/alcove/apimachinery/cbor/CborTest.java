package io.alcove.apimachinery.cbor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.alcove.apimachinery.catalog.Catalog;
import io.alcove.apimachinery.object.GroupVersionKind;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CborTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HexFormat HEX = HexFormat.of();

    /** As a kube-apiserver with CBORServingAndStorage wrote it, but for the order of maps. */
    @Test
    void writesBytesUnderTheirTag() throws Exception {
        byte[] written =
                CborEncoder.encode(
                        JSON.readTree("{\"binaryData\":{\"x\":\"AAE=\"},\"data\":{\"k\":\"v\"}}"),
                        Catalog.load("1.36").schema(new GroupVersionKind("", "v1", "ConfigMap")));
        assertThat(HEX.formatHex(written))
                .isEqualTo("a24a62696e61727944617461a14178d642000144" + "64617461a1416b4176");
    }

    @Test
    void writesEachValueInItsShortestForm() throws Exception {
        record Case(String json, String hex) {}
        for (Case c :
                List.of(
                        new Case("0", "00"),
                        new Case("23", "17"),
                        new Case("24", "1818"),
                        new Case("404", "190194"),
                        new Case("-1", "20"),
                        new Case("-500", "3901f3"),
                        new Case("9223372036854775807", "1b7fffffffffffffff"),
                        new Case("1.5", "f93e00"),
                        new Case("100000.5", "fa47c35040"),
                        new Case("1.1", "fb3ff199999999999a"),
                        new Case("true", "f5"),
                        new Case("null", "f6"),
                        new Case("\"ä\"", "42c3a4"),
                        new Case("[]", "80"))) {
            assertThat(HEX.formatHex(CborEncoder.encode(JSON.readTree(c.json()), Optional.empty())))
                    .as(c.json())
                    .isEqualTo(c.hex());
        }
    }

    @Test
    void readsWhatJsonCanHold() throws Exception {
        record Case(String hex, String json) {}
        for (Case c :
                List.of(
                        new Case("d9d9f7a1616101", "{\"a\":1}"),
                        new Case("bf61619f0102ffff", "{\"a\":[1,2]}"),
                        new Case("5f42616241 63ff".replace(" ", ""), "\"abc\""),
                        new Case("d6420001", "\"AAE=\""),
                        new Case("d7420aff", "\"0AFF\""),
                        new Case(
                                "c074323031332d30332d32315432303a30343a30305a",
                                "\"2013-03-21T20:04:00Z\""),
                        new Case("f93e00", "1.5"),
                        new Case("3b7fffffffffffffff", "-9223372036854775808"))) {
            assertThat(CborDecoder.decode(HEX.parseHex(c.hex())).toString())
                    .as(c.hex())
                    .isEqualTo(c.json());
        }
    }

    @Test
    void refusesWhatJsonCannotHold() {
        record Case(String hex, String message) {}
        for (Case c :
                List.of(
                        new Case("", "EOF"),
                        new Case("a2616101", "unexpected EOF"),
                        new Case("ff", "unexpected \"break\" code"),
                        new Case("0000", "extraneous data"),
                        new Case("a2616101616102", "duplicate map key"),
                        new Case("1bffffffffffffffff", "overflow"),
                        new Case("f97e00", "NaN"),
                        new Case("61ff", "UTF-8"),
                        new Case("c2420101", "bignum"),
                        new Case("f7", "simple value"),
                        new Case("81".repeat(1000) + "00", "nested level"))) {
            assertThatThrownBy(() -> CborDecoder.decode(HEX.parseHex(c.hex())))
                    .as(c.hex())
                    .isInstanceOf(CborException.class)
                    .hasMessageContaining(c.message());
        }
    }

    @Test
    void endsOnAnyBytes() {
        long seed = 20261125;
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            try {
                assertThat(CborDecoder.decode(bytes)).as("seed %d", seed).isNotNull();
            } catch (CborException e) {
                assertThat(e.getMessage()).isNotEmpty();
            }
        }
    }
}
