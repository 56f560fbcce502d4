/** Where a pod may run, and where it had better run. */
@NullMarked
package io.alcove.scheduler.plugins;

import org.jspecify.annotations.NullMarked;
