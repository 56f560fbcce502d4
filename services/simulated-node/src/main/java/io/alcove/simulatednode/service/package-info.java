/** The process: flags, wiring, readiness. */
@NullMarked
package io.alcove.simulatednode.service;

import org.jspecify.annotations.NullMarked;
