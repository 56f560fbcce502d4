/** The process: flags, wiring, readiness. */
@NullMarked
package io.alcove.scheduler.service;

import org.jspecify.annotations.NullMarked;
