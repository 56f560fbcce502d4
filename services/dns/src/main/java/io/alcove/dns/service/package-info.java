/** The process: flags, wiring, readiness. */
@NullMarked
package io.alcove.dns.service;

import org.jspecify.annotations.NullMarked;
