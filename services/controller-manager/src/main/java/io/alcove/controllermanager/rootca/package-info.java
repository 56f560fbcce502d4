/** The cluster's certificate authority in every namespace. */
@NullMarked
package io.alcove.controllermanager.rootca;

import org.jspecify.annotations.NullMarked;
