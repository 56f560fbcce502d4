/** What is accepted, but told of in Warning headers. */
@NullMarked
package io.alcove.apiserver.kinds.warning;

import org.jspecify.annotations.NullMarked;
