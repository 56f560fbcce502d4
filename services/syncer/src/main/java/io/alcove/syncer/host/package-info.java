/** The host cluster as this service sees it: one namespace of it, through filtered watches. */
@NullMarked
package io.alcove.syncer.host;

import org.jspecify.annotations.NullMarked;
