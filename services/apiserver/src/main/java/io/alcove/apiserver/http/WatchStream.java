package io.alcove.apiserver.http;

import io.alcove.apimachinery.protobuf.ProtobufEncoder;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.http.Representation.Encoding;
import io.alcove.apiserver.registry.Watch;
import io.alcove.apiserver.registry.WatchEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Sends a watch as lines of JSON until it ends or the client goes. */
final class WatchStream {

    private static final byte[] END = "}\n".getBytes(StandardCharsets.US_ASCII);

    private WatchStream() {}

    static void run(Exchange exchange, Watch watch, Answers answers) {
        try (watch) {
            exchange.onClose(watch::close);
            exchange.startStream(answers.form().encoding().streamType());
            boolean first = true;
            for (var event = watch.next(); event.isPresent(); event = watch.next()) {
                exchange.write(line(event.get(), answers, first));
                first = false;
            }
            exchange.endStream();
        } catch (StatusException _) {
            exchange.endStream(); // what cannot be shown in the form asked for is not sent
        } catch (IOException _) {
            // the client is gone: nobody is left to tell
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] line(WatchEvent event, Answers answers, boolean first) {
        Encoding encoding = answers.form().encoding();
        return switch (event) {
            case WatchEvent.Changed(var type, var object) ->
                    frame(encoding, type.name(), answers.event(object, first));
            case WatchEvent.Bookmark(byte[] json, long _, boolean _) ->
                    frame(encoding, "BOOKMARK", answers.event(json, first));
            case WatchEvent.Failed(var status) -> frame(encoding, "ERROR", answers.event(status));
        };
    }

    private static byte[] frame(Encoding encoding, String type, byte[] object) {
        return switch (encoding) {
            case JSON, YAML -> line(type, object);
            case PROTOBUF -> ProtobufEncoder.watchFrame(type, object);
        };
    }

    private static byte[] line(String type, byte[] json) {
        byte[] start =
                ("{\"type\":\"" + type + "\",\"object\":").getBytes(StandardCharsets.US_ASCII);
        byte[] line = new byte[start.length + json.length + END.length];
        System.arraycopy(start, 0, line, 0, start.length);
        System.arraycopy(json, 0, line, start.length, json.length);
        System.arraycopy(END, 0, line, start.length + json.length, END.length);
        return line;
    }
}
