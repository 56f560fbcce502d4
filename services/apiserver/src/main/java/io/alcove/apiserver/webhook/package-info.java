/** Calls to the servers that a kubeconfig file names, of which the API server asks decisions. */
@NullMarked
package io.alcove.apiserver.webhook;

import org.jspecify.annotations.NullMarked;
