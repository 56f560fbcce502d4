package io.alcove.apiserver.allocation;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.registry.Reservation;
import java.util.Optional;

/** Gives Services their cluster IPs and node ports, within the request that writes them. */
public interface ServiceAllocator {

    /**
     * Writes into the Service what its type needs and it does not have, and takes what it asks for
     * by itself. Two Services never hold the same address or port at once.
     *
     * @param old empty for a create
     * @param dryRun nothing is taken, what would be given is written all the same
     * @throws io.alcove.apimachinery.status.StatusException 422 where something asked for is taken
     *     or out of range, 500 where the range is used up
     */
    Reservation allocate(ApiObject service, Optional<ApiObject> old, boolean dryRun);

    /** Takes back what a deleted Service had. */
    void release(ApiObject service);
}
