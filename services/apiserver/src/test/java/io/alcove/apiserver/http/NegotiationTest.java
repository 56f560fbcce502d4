package io.alcove.apiserver.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.http.Negotiation.Place;
import io.alcove.apiserver.http.Representation.As;
import io.alcove.apiserver.http.Representation.Encoding;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a kube-apiserver 1.36 answered to these Accept headers. */
class NegotiationTest {

    private static final String META = ";v=v1;g=meta.k8s.io";
    private static final String PROTOBUF = "application/vnd.kubernetes.protobuf";
    private static final Negotiation OBJECTS = Negotiation.of(Place.OBJECTS);

    @Test
    void findsTheFirstClauseThatCanBeServed() {
        record Case(String accept, Encoding encoding, As as) {}
        for (Case c :
                List.of(
                        new Case("", Encoding.JSON, As.ITSELF),
                        new Case("*/*", Encoding.JSON, As.ITSELF),
                        new Case("text/html,*/*", Encoding.JSON, As.ITSELF),
                        new Case(
                                "application/json;q=0.5," + PROTOBUF, Encoding.PROTOBUF, As.ITSELF),
                        new Case(
                                "application/json;q=0.1,application/yaml;q=0.9",
                                Encoding.YAML,
                                As.ITSELF),
                        new Case(
                                "application/yaml;q=abc,application/json",
                                Encoding.JSON,
                                As.ITSELF),
                        new Case(
                                "application/json;as=Nope,application/json",
                                Encoding.JSON,
                                As.ITSELF),
                        new Case(
                                "application/json;as=Table" + META + ",application/json",
                                Encoding.JSON,
                                As.TABLE),
                        new Case(
                                PROTOBUF + ";as=Table" + META + ",application/json;as=Table" + META,
                                Encoding.JSON,
                                As.TABLE),
                        new Case(
                                PROTOBUF + ";as=Table" + META + "," + PROTOBUF,
                                Encoding.PROTOBUF,
                                As.ITSELF),
                        new Case(
                                PROTOBUF + ";as=PartialObjectMetadata" + META,
                                Encoding.PROTOBUF,
                                As.PARTIAL),
                        new Case("*/*;q=0.1," + PROTOBUF + ";q=0.1", Encoding.PROTOBUF, As.ITSELF),
                        new Case("application/cbor,*/*;q=0.1", Encoding.JSON, As.ITSELF))) {
            Representation form = OBJECTS.of(c.accept());
            assertThat(form.encoding()).as(c.accept()).isEqualTo(c.encoding());
            assertThat(form.asKind()).as(c.accept()).isEqualTo(c.as());
        }
    }

    @Test
    void refusesWhatItCannotServe() {
        String types = "application/json, application/yaml, " + PROTOBUF;
        String router = "406: Not Acceptable\n\nAvailable representations: " + types;
        String clauses = "only the following media types are accepted: " + types;
        record Case(String accept, String message) {}
        for (Case c :
                List.of(
                        new Case("application/*", router),
                        new Case("application/cbor", router),
                        new Case("APPLICATION/JSON", router),
                        new Case("application/json;as=Nope", clauses),
                        new Case("application/json;v=v1", clauses),
                        new Case("application/json;stream=foo", clauses),
                        new Case("application/yaml;stream=watch", clauses),
                        new Case(PROTOBUF + ";as=Table" + META, clauses))) {
            assertThatThrownBy(() -> OBJECTS.of(c.accept()))
                    .as(c.accept())
                    .isInstanceOf(StatusException.class)
                    .hasMessage(c.message());
        }
    }

    @Test
    void hasNoProtobufOfCustomResourcesButTheirMetadata() {
        Negotiation custom =
                Negotiation.of(
                        Place.OBJECTS,
                        List.of(Encoding.JSON, Encoding.YAML, Encoding.PROTOBUF),
                        false);
        assertThat(custom.of(PROTOBUF + ",application/json").encoding()).isEqualTo(Encoding.JSON);
        assertThat(custom.of(PROTOBUF + ";as=PartialObjectMetadata" + META).encoding())
                .isEqualTo(Encoding.PROTOBUF);
        assertThatThrownBy(() -> custom.of(PROTOBUF)).isInstanceOf(StatusException.class);
    }

    @Test
    void sendsNoWatchAsYaml() {
        assertThatThrownBy(() -> Negotiation.of(Place.COLLECTION).ofWatch("application/yaml"))
                .hasMessage(
                        "only the following media types are accepted:"
                                + " application/json;stream=watch, "
                                + PROTOBUF
                                + ";stream=watch");
    }
}
