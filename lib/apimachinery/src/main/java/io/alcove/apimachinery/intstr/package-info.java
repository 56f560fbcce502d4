@NullMarked
package io.alcove.apimachinery.intstr;

import org.jspecify.annotations.NullMarked;
