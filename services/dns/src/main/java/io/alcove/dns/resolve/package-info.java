/** From the bytes of a question to those of its answer. */
@NullMarked
package io.alcove.dns.resolve;

import org.jspecify.annotations.NullMarked;
