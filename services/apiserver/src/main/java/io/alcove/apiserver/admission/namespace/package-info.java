/** Plugins that hold requests to the life of their namespace. */
@NullMarked
package io.alcove.apiserver.admission.namespace;

import org.jspecify.annotations.NullMarked;
