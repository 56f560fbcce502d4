@NullMarked
package io.alcove.broker;

import org.jspecify.annotations.NullMarked;
