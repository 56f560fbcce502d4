@NullMarked
package io.alcove.client.flag;

import org.jspecify.annotations.NullMarked;
