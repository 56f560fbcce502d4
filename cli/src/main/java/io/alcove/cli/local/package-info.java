@NullMarked
package io.alcove.cli.local;

import org.jspecify.annotations.NullMarked;
