@NullMarked
package io.alcove.client.channel;

import org.jspecify.annotations.NullMarked;
