@NullMarked
package io.alcove.client.event;

import org.jspecify.annotations.NullMarked;
