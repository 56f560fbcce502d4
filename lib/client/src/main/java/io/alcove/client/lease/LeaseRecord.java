package io.alcove.client.lease;

import io.alcove.apimachinery.object.ApiObject;

/** Who holds a Lease, as far as it matters for taking it. */
record LeaseRecord(String holder, String renewTime, int durationSeconds, int transitions) {

    static LeaseRecord of(ApiObject lease) {
        return new LeaseRecord(
                lease.text("spec", "holderIdentity"),
                lease.text("spec", "renewTime"),
                lease.at("spec", "leaseDurationSeconds").asInt(),
                lease.at("spec", "leaseTransitions").asInt());
    }
}
