@NullMarked
package io.alcove.cli;

import org.jspecify.annotations.NullMarked;
