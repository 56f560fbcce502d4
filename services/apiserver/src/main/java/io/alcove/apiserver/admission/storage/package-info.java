/** Plugins for volumes and claims. */
@NullMarked
package io.alcove.apiserver.admission.storage;

import org.jspecify.annotations.NullMarked;
