/**
 * DNS messages as bytes: reading questions and replies, writing answers (RFC 1035, 3596, 2782,
 * 6891).
 */
@NullMarked
package io.alcove.dns.wire;

import org.jspecify.annotations.NullMarked;
