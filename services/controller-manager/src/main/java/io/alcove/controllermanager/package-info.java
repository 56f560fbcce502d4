@NullMarked
package io.alcove.controllermanager;

import org.jspecify.annotations.NullMarked;
