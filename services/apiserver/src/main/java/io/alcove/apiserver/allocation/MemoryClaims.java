package io.alcove.apiserver.allocation;

import io.alcove.apimachinery.object.ObjectName;
import java.util.BitSet;

/** Claims that nobody else makes. */
final class MemoryClaims implements Claims {

    private final BitSet held = new BitSet();

    @Override
    public synchronized boolean isHeld(int number) {
        return held.get(number);
    }

    @Override
    public synchronized boolean take(int number, ObjectName owner) {
        if (held.get(number)) {
            return false;
        }
        held.set(number);
        return true;
    }

    @Override
    public synchronized void release(int number) {
        held.clear(number);
    }
}
