/** Speaks to KMS plugins (version 2 of their protocol), over gRPC and a Unix socket. */
@NullMarked
package io.alcove.apiserver.storage.encryption.kms;

import org.jspecify.annotations.NullMarked;
