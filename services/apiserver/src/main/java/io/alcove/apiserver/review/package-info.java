/** Answers questions about access: TokenReview, SubjectAccessReview and what belongs to them. */
@NullMarked
package io.alcove.apiserver.review;

import org.jspecify.annotations.NullMarked;
