/** What the API server asks of the host. */
@NullMarked
package io.alcove.syncer.relay;

import org.jspecify.annotations.NullMarked;
