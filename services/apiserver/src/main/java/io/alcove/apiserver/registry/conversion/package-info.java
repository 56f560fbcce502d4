/** Between the versions in which one kind is served and the one that it is stored in. */
@NullMarked
package io.alcove.apiserver.registry.conversion;

import org.jspecify.annotations.NullMarked;
