package io.alcove.simulatednode.pod;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The addresses of one node's range, each of which one pod has. */
public final class PodAddresses {

    private static final int FIRST = 2;
    private static final int LAST = 509;

    private final int block;
    private final Map<String, String> byUid = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private int next = FIRST;

    /**
     * @param node counted from 1: its range is 10.244.(2·node).0/23
     */
    public PodAddresses(int node) {
        this.block = 2 * node;
    }

    public String range() {
        return "10.244." + block + ".0/23";
    }

    /** Has a pod keep the address that it was seen with. */
    public synchronized void keep(String uid, String address) {
        if (taken.add(address)) {
            byUid.putIfAbsent(uid, address);
        }
    }

    /** The pod's address; empty where all are taken. */
    public synchronized Optional<String> assign(String uid) {
        String present = byUid.get(uid);
        if (present != null) {
            return Optional.of(present);
        }
        for (int tries = FIRST; tries <= LAST; tries++) {
            String candidate = "10.244." + (block + next / 256) + "." + next % 256;
            next = next == LAST ? FIRST : next + 1;
            if (taken.add(candidate)) {
                byUid.put(uid, candidate);
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    public synchronized void release(String uid) {
        String address = byUid.remove(uid);
        if (address != null) {
            taken.remove(address);
        }
    }
}
