/** What volumes are made of: sources in pods and in PersistentVolumes, and claims for them. */
@NullMarked
package io.alcove.apiserver.kinds.volume;

import org.jspecify.annotations.NullMarked;
