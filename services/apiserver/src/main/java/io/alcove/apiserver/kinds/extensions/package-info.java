/** Definitions of custom resources: their rules. */
@NullMarked
package io.alcove.apiserver.kinds.extensions;

import org.jspecify.annotations.NullMarked;
