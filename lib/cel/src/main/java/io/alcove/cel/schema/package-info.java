@NullMarked
package io.alcove.cel.schema;

import org.jspecify.annotations.NullMarked;
