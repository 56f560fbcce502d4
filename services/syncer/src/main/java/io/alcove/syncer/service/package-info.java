/** Flags, wiring, and what ties the syncer to Quarkus, Kafka and HTTP. */
@NullMarked
package io.alcove.syncer.service;

import org.jspecify.annotations.NullMarked;
