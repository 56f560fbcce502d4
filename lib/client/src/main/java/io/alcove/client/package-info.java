@NullMarked
package io.alcove.client;

import org.jspecify.annotations.NullMarked;
