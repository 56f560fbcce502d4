package io.alcove.apiserver.http;

import io.alcove.apiserver.http.Representation.Encoding;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What was negotiated for Accept headers: clients send the same few again and again. */
final class KnownForms {

    /** Where there are more, all are forgotten. */
    private static final int MAX_HELD = 256;

    /** Longer headers are read each time. */
    private static final int MAX_LENGTH = 512;

    private final Map<Asked, Representation> held = new ConcurrentHashMap<>();
    private final List<Encoding> encodings;

    /**
     * @param encodings that are served
     */
    KnownForms(List<Encoding> encodings) {
        this.encodings = encodings;
    }

    private record Asked(Negotiation.Place place, boolean protobuf, String accept) {}

    /**
     * @throws io.alcove.apimachinery.status.StatusException 406
     */
    Representation of(Negotiation.Place place, boolean protobuf, String accept) {
        Asked asked = new Asked(place, protobuf, accept);
        Representation known = held.get(asked);
        if (known != null) {
            return known;
        }
        Representation form = Negotiation.of(place, encodings, protobuf).of(accept);
        if (accept.length() <= MAX_LENGTH) {
            if (held.size() >= MAX_HELD) {
                held.clear();
            }
            held.put(asked, form);
        }
        return form;
    }
}
