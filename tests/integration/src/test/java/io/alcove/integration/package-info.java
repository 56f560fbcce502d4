@NullMarked
package io.alcove.integration;

import org.jspecify.annotations.NullMarked;
