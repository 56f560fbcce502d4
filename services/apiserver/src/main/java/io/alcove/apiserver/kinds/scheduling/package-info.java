/** Priorities, runtime classes and leases. */
@NullMarked
package io.alcove.apiserver.kinds.scheduling;

import org.jspecify.annotations.NullMarked;
