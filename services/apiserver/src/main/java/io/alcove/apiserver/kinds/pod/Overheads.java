package io.alcove.apiserver.kinds.pod;

import io.alcove.apiserver.kinds.validation.Inspection;

/** What running a pod takes beside its containers. */
public final class Overheads {

    private Overheads() {}

    public static void check(Inspection overhead) {
        RequirementRules.overhead(overhead);
    }
}
