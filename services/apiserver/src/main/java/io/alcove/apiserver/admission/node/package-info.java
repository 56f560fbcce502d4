/** Plugins for nodes and for what nodes do. */
@NullMarked
package io.alcove.apiserver.admission.node;

import org.jspecify.annotations.NullMarked;
