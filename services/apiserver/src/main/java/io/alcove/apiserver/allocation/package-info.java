/** Cluster IPs and node ports of Services: from ranges of our own, or from the host. */
@NullMarked
package io.alcove.apiserver.allocation;

import org.jspecify.annotations.NullMarked;
