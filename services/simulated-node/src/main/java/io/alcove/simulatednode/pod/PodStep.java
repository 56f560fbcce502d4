package io.alcove.simulatednode.pod;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/** What is to be done about a pod next. */
public sealed interface PodStep {

    /** To report this status, whole. */
    record Write(ObjectNode status) implements PodStep {}

    /** To remove the object: nothing of it runs any more. */
    record Delete() implements PodStep {}

    /** To look again after this time. */
    record Wait(Duration delay) implements PodStep {}

    /** Nothing, until the pod changes. */
    record Rest() implements PodStep {}
}
