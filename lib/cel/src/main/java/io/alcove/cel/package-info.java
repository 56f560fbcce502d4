/** The Common Expression Language as Kubernetes speaks it. */
@NullMarked
package io.alcove.cel;

import org.jspecify.annotations.NullMarked;
