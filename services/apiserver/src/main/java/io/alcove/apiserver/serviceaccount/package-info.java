/** Tokens of service accounts: their keys, how they are issued and how they are verified. */
@NullMarked
package io.alcove.apiserver.serviceaccount;

import org.jspecify.annotations.NullMarked;
