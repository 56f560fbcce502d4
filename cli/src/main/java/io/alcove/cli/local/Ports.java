package io.alcove.cli.local;

/**
 * The ports of a local cluster, counted from one: the virtual API server's.
 *
 * @param base the port that kubectl speaks to
 * @param dns of the tenant's DNS
 */
public record Ports(int base, int dns) {

    public static final int DEFAULT_BASE = 6443;

    /** Where resolvers ask. */
    static final int DNS_STANDARD = 53;

    /** Where DNS is unless it is told otherwise, counted from the base. */
    public static final int DNS = 5;

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

    int hostApi() {
        return base + 10;
    }

    int hostGrpc() {
        return base + 11;
    }

    /**
     * @param worker its place among the workers
     */
    int health(int worker) {
        return base + HEALTH + worker;
    }
}
