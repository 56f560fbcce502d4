package io.alcove.dns.resolve;

import io.alcove.dns.wire.Query;

/** How a question came. */
public enum Transport {
    UDP("udp"),
    TCP("tcp");

    private final String label;

    Transport(String label) {
        this.label = label;
    }

    /** The word in metrics. */
    public String label() {
        return label;
    }

    int limit(Query query) {
        return switch (this) {
            case UDP -> query.udpLimit();
            case TCP -> Query.MAX_MESSAGE;
        };
    }
}
