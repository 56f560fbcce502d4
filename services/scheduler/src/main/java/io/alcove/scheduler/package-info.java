@NullMarked
package io.alcove.scheduler;

import org.jspecify.annotations.NullMarked;
