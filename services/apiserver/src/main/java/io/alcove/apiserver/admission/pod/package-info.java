/** Plugins that complete or refuse pods. */
@NullMarked
package io.alcove.apiserver.admission.pod;

import org.jspecify.annotations.NullMarked;
