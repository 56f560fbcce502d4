@NullMarked
package io.alcove.benchmark;

import org.jspecify.annotations.NullMarked;
