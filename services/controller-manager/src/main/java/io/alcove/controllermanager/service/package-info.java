/** Flags, wiring, and what ties the controllers to Quarkus and HTTP. */
@NullMarked
package io.alcove.controllermanager.service;

import org.jspecify.annotations.NullMarked;
