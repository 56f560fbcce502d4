/** The sockets: UDP and TCP. */
@NullMarked
package io.alcove.dns.server;

import org.jspecify.annotations.NullMarked;
