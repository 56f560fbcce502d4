package io.alcove.controllermanager.replicaset;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.controllermanager.pod.DeletionRanking;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What is to be done about a number of pods that is not the one asked for. */
sealed interface ReplicaPlan {

    /** Upstream's bound of one round. */
    int BURST = 500;

    /** Nothing to do. */
    record Keep() implements ReplicaPlan {}

    /** Too few. */
    record Create(int count) implements ReplicaPlan {}

    /** Too many. */
    record Delete(List<ApiObject> pods) implements ReplicaPlan {
        public Delete {
            pods = List.copyOf(pods);
        }
    }

    static ReplicaPlan of(
            ApiObject replicaSet,
            List<ApiObject> active,
            Collection<ApiObject> related,
            Instant now) {
        int missing = replicas(replicaSet) - active.size();
        if (missing > 0) {
            return new Create(Math.min(missing, BURST));
        }
        if (missing < 0) {
            int surplus = Math.min(-missing, BURST);
            return new Delete(DeletionRanking.first(surplus, active, related, now));
        }
        return new Keep();
    }

    static int replicas(ApiObject replicaSet) {
        return replicaSet.at("spec", "replicas").asInt(1);
    }
}
