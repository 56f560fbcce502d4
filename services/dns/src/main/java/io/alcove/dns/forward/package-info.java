/** Asks other servers, and remembers what they said for as long as they allow. */
@NullMarked
package io.alcove.dns.forward;

import org.jspecify.annotations.NullMarked;
