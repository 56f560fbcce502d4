package io.alcove.apiserver.allocation;

import io.alcove.apimachinery.object.ObjectName;

/**
 * Who holds which number of a range. A number is held once, whoever asks for it at the same time.
 */
interface Claims {

    /** What is known here; another server may have taken or released it just now. */
    boolean isHeld(int number);

    /** Whether the number was free and is the owner's now. */
    boolean take(int number, ObjectName owner);

    void release(int number);
}
