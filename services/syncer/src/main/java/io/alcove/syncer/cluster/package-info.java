/** The tenant's API as this service uses it, and caches of either side's objects. */
@NullMarked
package io.alcove.syncer.cluster;

import org.jspecify.annotations.NullMarked;
