/** The plugin that gives pods their service account. */
@NullMarked
package io.alcove.apiserver.admission.serviceaccount;

import org.jspecify.annotations.NullMarked;
