/** Runs pods until as many have succeeded as a Job asks for. */
@NullMarked
package io.alcove.controllermanager.job;

import org.jspecify.annotations.NullMarked;
