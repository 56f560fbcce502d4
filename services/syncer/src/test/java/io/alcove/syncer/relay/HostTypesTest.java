package io.alcove.syncer.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.proto.relay.v1.DescribeTypesReply;
import io.alcove.syncer.host.MemoryHost;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HostTypesTest {

    private final MemoryHost host = new MemoryHost();
    private final HostTypes types = new HostTypes(host);

    @BeforeEach
    void serve() throws IOException {
        host.documents.put(
                "/openapi/v3",
                json(
                        """
                        {"paths": {
                          "apis/apps/v1": {"serverRelativeURL": "/openapi/v3/apis/apps/v1?hash=ABC"},
                          "version": {"serverRelativeURL": "/openapi/v3/version?hash=DEF"}}}
                        """));
        host.documents.put(
                "/openapi/v3/apis/apps/v1",
                json(
                        """
                        {"components": {"schemas": {"D": {"description": "a type", "properties":
                          {"a": {"description": "a field", "type": "string"}, "b": {"type": "string"}}}}}}
                        """));
        host.documents.put(
                "/openapi/v2", json("{\"definitions\": {\"E\": {\"description\": \"another\"}}}"));
    }

    @Test
    void tellsTheHashOfEachVersionsDocument() {
        assertThat(types.index().getHashesMap()).containsOnly(entry("apis/apps/v1", "ABC"));
    }

    @Test
    void tellsWhatTypesAndFieldsAreFor() {
        DescribeTypesReply.Type type = types.describe("apis/apps/v1").getTypesOrThrow("D");
        assertThat(type.getDescription()).isEqualTo("a type");
        assertThat(type.getFieldsMap()).containsOnlyKeys("a").containsEntry("a", "a field");
        assertThat(types.describe("").getTypesMap()).containsOnlyKeys("E");
    }

    @Test
    void knowsNothingOfWhatTheHostDoesNotServe() {
        assertThat(types.describe("apis/batch/v1").getTypesMap()).isEmpty();
    }

    @Test
    void asksTheHostForNothingElse() {
        for (String path : new String[] {"version", "../api/v1/secrets", "apis/a/v1?x=y"}) {
            assertThatThrownBy(() -> types.describe(path)).isInstanceOf(StatusException.class);
        }
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }
}
