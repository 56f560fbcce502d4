/** A store in etcd, which several API servers share. The one place that knows etcd's protocol. */
@NullMarked
package io.alcove.apiserver.storage.etcd;

import org.jspecify.annotations.NullMarked;
