/** What stands at each name of the cluster, in memory (Kubernetes DNS specification 1.1). */
@NullMarked
package io.alcove.dns.zone;

import org.jspecify.annotations.NullMarked;
