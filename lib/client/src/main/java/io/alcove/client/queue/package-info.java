@NullMarked
package io.alcove.client.queue;

import org.jspecify.annotations.NullMarked;
