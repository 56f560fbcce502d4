/** Histories of concurrent requests, and whether one order of them explains every answer. */
@NullMarked
package io.alcove.apiserver.linearizability;

import org.jspecify.annotations.NullMarked;
