/** Kinds that are defined at run time: how their definitions become resources of the catalog. */
@NullMarked
package io.alcove.apiserver.customresource;

import org.jspecify.annotations.NullMarked;
