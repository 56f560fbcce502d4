package io.alcove.apiserver.http;

import io.alcove.apimachinery.cbor.CborEncoder;
import io.alcove.apimachinery.protobuf.ProtobufEncoder;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.http.Representation.Encoding;
import io.alcove.apiserver.metrics.WatchMeter;
import io.alcove.apiserver.registry.Watch;
import io.alcove.apiserver.registry.WatchEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;

/** Sends a watch, line by line or message by message, until it ends or the client goes. */
final class WatchStream {

    private static final byte[] END = "}\n".getBytes(StandardCharsets.US_ASCII);

    private WatchStream() {}

    static void run(Exchange exchange, Watch watch, Answers answers, WatchMeter meter) {
        try (watch) {
            exchange.onClose(watch::close);
            if (WebSocketRequest.is(exchange)) {
                sendMessages(exchange, watch, answers, meter);
            } else {
                exchange.startStream(answers.form().encoding().streamType());
                new EventBatches(exchange, watch, answers, meter).send();
                exchange.endStream();
            }
        } catch (IOException _) {
            // the client is gone: nobody is left to tell
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Where the bytes of an event go. */
    @FunctionalInterface
    private interface Sink {
        void write(byte[] event) throws IOException;
    }

    private static void send(Watch watch, Answers answers, WatchMeter meter, Sink sink)
            throws IOException, InterruptedException {
        try {
            boolean first = true;
            for (var event = watch.next(); event.isPresent(); event = watch.next()) {
                byte[] frame = line(event.get(), answers, first);
                sink.write(frame);
                meter.sent(frame.length);
                first = false;
            }
        } catch (StatusException _) {
            // what cannot be shown in the form asked for is not sent, and ends the watch
        }
    }

    /** Each event is a message: text where its form is, and without a length. */
    private static void sendMessages(
            Exchange exchange, Watch watch, Answers answers, WatchMeter meter)
            throws IOException, InterruptedException {
        OptionalInt refusal = new WebSocketRequest(exchange).refusal();
        if (refusal.isPresent()) {
            exchange.respondEmpty(refusal.getAsInt());
            return;
        }
        Encoding encoding = answers.form().encoding();
        MessageSocket socket = exchange.upgrade();
        send(
                watch,
                answers,
                meter,
                event -> socket.send(unframed(encoding, event), encoding == Encoding.JSON));
        socket.close();
    }

    private static byte[] unframed(Encoding encoding, byte[] frame) {
        return encoding == Encoding.PROTOBUF
                ? Arrays.copyOfRange(frame, ProtobufEncoder.FRAME_HEAD, frame.length)
                : frame;
    }

    static byte[] line(WatchEvent event, Answers answers, boolean first) {
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
            case CBOR -> CborEncoder.watchEvent(type, object);
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
