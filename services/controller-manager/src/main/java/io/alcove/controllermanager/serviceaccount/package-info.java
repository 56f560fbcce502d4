/** A default service account in every namespace. */
@NullMarked
package io.alcove.controllermanager.serviceaccount;

import org.jspecify.annotations.NullMarked;
