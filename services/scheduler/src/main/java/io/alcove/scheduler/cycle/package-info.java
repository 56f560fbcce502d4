/** From a pod without a node to its binding. */
@NullMarked
package io.alcove.scheduler.cycle;

import org.jspecify.annotations.NullMarked;
