package io.alcove.syncer.host;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A watch as the API server sends it: one JSON document a line. */
final class HttpWatch implements HostClient.Watch {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final InputStream body;
    private final BufferedReader lines;

    HttpWatch(InputStream body) {
        this.body = body;
        this.lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    @Override
    public Optional<HostClient.WatchEvent> next() {
        try {
            String line = lines.readLine();
            return line == null ? Optional.empty() : Optional.of(parse(line));
        } catch (IOException e) {
            throw new HostUnavailableException("watch broken", e);
        }
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            throw new HostUnavailableException("watch not closed", e);
        }
    }

    private static HostClient.WatchEvent parse(String line) throws JsonProcessingException {
        JsonNode event = JSON.readTree(line);
        if (event.path("object") instanceof ObjectNode object) {
            return new HostClient.WatchEvent(event.path("type").asText(), ApiObject.of(object));
        }
        throw new HostUnavailableException("watch event without an object");
    }
}
