/** What plugins see: nodes, pods, and what they ask of each other. */
@NullMarked
package io.alcove.scheduler.framework;

import org.jspecify.annotations.NullMarked;
