package io.alcove.syncer.sync;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import java.time.Duration;
import java.util.OptionalLong;

/** What a plan asks to be done, in order; a step that fails ends the plan. */
public sealed interface Step {

    /** Brings the host copy to this state. */
    record ApplyDown(ApiObject virtualObject, ApiObject desired) implements Step {}

    /** Deletes a host copy; grace is empty for the object's own. */
    record DeleteDown(ApiObject hostObject, OptionalLong graceSeconds) implements Step {}

    /** Renews the Secret with the pod's tokens. */
    record MintTokens(ApiObject virtualPod) implements Step {}

    /** Gives the virtual object the host's status. */
    record StatusUp(ApiObject virtualObject, JsonNode status) implements Step {}

    /** Binds the virtual pod to the node that the host chose, which exists afterwards. */
    record BindUp(ApiObject virtualPod, String node) implements Step {}

    record DeleteUp(ApiObject virtualObject, OptionalLong graceSeconds, String reason)
            implements Step {}

    /** Tells the object's owner by an event why it is not carried to the host. */
    record Refuse(ApiObject virtualObject, String reason, String message) implements Step {}

    /** Looks again after this time; changes come by themselves. */
    record LookAgain(Duration delay) implements Step {}
}
