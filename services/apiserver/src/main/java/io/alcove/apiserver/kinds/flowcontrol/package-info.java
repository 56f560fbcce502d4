/** Rules of flow schemas and priority levels. */
@NullMarked
package io.alcove.apiserver.kinds.flowcontrol;

import org.jspecify.annotations.NullMarked;
