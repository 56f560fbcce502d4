package io.alcove.cli.local;

/**
 * The ports of a local cluster, all counted from one: the virtual API server's.
 *
 * @param base the port that kubectl speaks to
 */
public record Ports(int base) {

    public static final int DEFAULT_BASE = 6443;

    private static final int HEALTH = 20;

    int api() {
        return base;
    }

    int grpc() {
        return base + 1;
    }

    int relay() {
        return base + 2;
    }

    /** The broker takes this one and the next. */
    public int kafka() {
        return base + 3;
    }

    int dns() {
        return base + 5;
    }

    int hostApi() {
        return base + 10;
    }

    int hostGrpc() {
        return base + 11;
    }

    /**
     * @param component its place in the order of start
     */
    int health(int component) {
        return base + HEALTH + component;
    }
}
