/** The plugin that guards who may say that an object is owned. */
@NullMarked
package io.alcove.apiserver.admission.ownership;

import org.jspecify.annotations.NullMarked;
