@NullMarked
package io.alcove.syncer;

import org.jspecify.annotations.NullMarked;
