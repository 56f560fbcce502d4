@NullMarked
package io.alcove.controllermanager.nodelifecycle;

import org.jspecify.annotations.NullMarked;
