package io.alcove.dns.resolve;

/** Where an answer came from, by the name of the CoreDNS plugin that would have given it. */
enum Source {
    NONE(""),
    KUBERNETES("kubernetes"),
    CACHE("cache"),
    FORWARD("forward");

    private final String plugin;

    Source(String plugin) {
        this.plugin = plugin;
    }

    String plugin() {
        return plugin;
    }
}
