@NullMarked
package io.alcove.client.lease;

import org.jspecify.annotations.NullMarked;
