/** Encryption at rest, around any store, in kube-apiserver's configuration and envelopes. */
@NullMarked
package io.alcove.apiserver.storage.encryption;

import org.jspecify.annotations.NullMarked;
