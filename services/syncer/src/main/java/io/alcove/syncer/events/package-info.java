/** The stream of sync events: an outbox on disk, drained to Kafka. */
@NullMarked
package io.alcove.syncer.events;

import org.jspecify.annotations.NullMarked;
