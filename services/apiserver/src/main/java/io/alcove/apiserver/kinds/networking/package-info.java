/** Ingresses, network policies, endpoint slices and ranges of addresses. */
@NullMarked
package io.alcove.apiserver.kinds.networking;

import org.jspecify.annotations.NullMarked;
