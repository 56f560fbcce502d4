@NullMarked
package io.alcove.apiserver.admission.policy;

import org.jspecify.annotations.NullMarked;
