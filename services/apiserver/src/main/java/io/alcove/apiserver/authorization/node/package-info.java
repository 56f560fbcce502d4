/** What kubelets may do: each only what the pods of its own node need. */
@NullMarked
package io.alcove.apiserver.authorization.node;

import org.jspecify.annotations.NullMarked;
