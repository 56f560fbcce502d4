/** The plugin that bounds how many events come. */
@NullMarked
package io.alcove.apiserver.admission.event;

import org.jspecify.annotations.NullMarked;
