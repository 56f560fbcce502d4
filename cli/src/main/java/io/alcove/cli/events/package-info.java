@NullMarked
package io.alcove.cli.events;

import org.jspecify.annotations.NullMarked;
