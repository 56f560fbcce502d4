package io.alcove.dns.zone;

/**
 * A port of a service or of its endpoints.
 *
 * @param name empty where it has none
 * @param protocol TCP, UDP or SCTP
 */
public record Port(String name, String protocol, int number) {

    boolean isNamed() {
        return !name.isEmpty();
    }

    String nameLabel() {
        return "_" + name;
    }

    String protocolLabel() {
        return "_" + protocol;
    }
}
