/** What is asked of the host cluster, through the syncer's relay. */
@NullMarked
package io.alcove.apiserver.relay;

import org.jspecify.annotations.NullMarked;
