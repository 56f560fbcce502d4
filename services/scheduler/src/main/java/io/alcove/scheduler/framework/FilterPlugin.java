package io.alcove.scheduler.framework;

import java.util.List;

/** Says why a pod cannot run on a node. */
@FunctionalInterface
public interface FilterPlugin {

    /** The reasons, in upstream's words; none where it can. */
    List<String> reasonsAgainst(PodInfo pod, NodeInfo node);
}
