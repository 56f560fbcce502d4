/** What becomes of nodes by the conditions that they report. */
@NullMarked
package io.alcove.controllermanager.nodelifecycle;

import org.jspecify.annotations.NullMarked;
