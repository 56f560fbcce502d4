/** Keeps the zone as the API server's objects are. */
@NullMarked
package io.alcove.dns.watch;

import org.jspecify.annotations.NullMarked;
