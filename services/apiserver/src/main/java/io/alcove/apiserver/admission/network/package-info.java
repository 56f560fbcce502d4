/** Plugins for Services and Ingresses. */
@NullMarked
package io.alcove.apiserver.admission.network;

import org.jspecify.annotations.NullMarked;
