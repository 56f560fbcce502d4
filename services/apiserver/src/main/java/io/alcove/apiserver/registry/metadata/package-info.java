/** What holds for the metadata of every object, whatever its kind. */
@NullMarked
package io.alcove.apiserver.registry.metadata;

import org.jspecify.annotations.NullMarked;
