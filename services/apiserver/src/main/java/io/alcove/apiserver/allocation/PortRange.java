package io.alcove.apiserver.allocation;

/** Ports from first to last, both included. */
public record PortRange(int first, int last) {

    /** What --service-node-port-range is where nothing is said. */
    public static final PortRange DEFAULT = new PortRange(30000, 32767);

    /**
     * Reads "30000-32767".
     *
     * @throws IllegalArgumentException where the text is no range
     */
    public static PortRange parse(String text) {
        String[] ends = text.split("-", 2);
        try {
            int first = Integer.parseInt(ends[0]);
            int last = Integer.parseInt(ends[ends.length - 1]);
            if (first < 1 || last < first || last > 65535) {
                throw new IllegalArgumentException("invalid port range: " + text);
            }
            return new PortRange(first, last);
        } catch (NumberFormatException _) {
            throw new IllegalArgumentException("invalid port range: " + text);
        }
    }

    int size() {
        return last - first + 1;
    }

    boolean contains(int port) {
        return port >= first && port <= last;
    }
}
