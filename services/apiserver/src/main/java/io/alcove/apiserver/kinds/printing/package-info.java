/**
 * How kube-apiserver shows its own, unversioned structs in refusals: as JSON with the names of Go,
 * and as differences of two of them. The facts are data, printed by {@code src/internal-forms}.
 */
@NullMarked
package io.alcove.apiserver.kinds.printing;

import org.jspecify.annotations.NullMarked;
