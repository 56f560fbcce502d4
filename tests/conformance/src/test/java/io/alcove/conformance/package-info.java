@NullMarked
package io.alcove.conformance;

import org.jspecify.annotations.NullMarked;
