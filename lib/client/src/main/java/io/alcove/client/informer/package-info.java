@NullMarked
package io.alcove.client.informer;

import org.jspecify.annotations.NullMarked;
