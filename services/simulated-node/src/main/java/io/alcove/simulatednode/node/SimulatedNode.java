package io.alcove.simulatednode.node;

/**
 * A node's identity.
 *
 * @param index counted from 1
 */
public record SimulatedNode(String name, int index) {

    /** What the address ranges have room for. */
    public static final int MAX_NODES = 120;

    public String address() {
        return "10.243.0." + index;
    }
}
