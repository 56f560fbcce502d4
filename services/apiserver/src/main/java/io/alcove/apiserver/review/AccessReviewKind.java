package io.alcove.apiserver.review;

/** About whom an access review asks. */
enum AccessReviewKind {
    SELF,
    ANYONE,
    ANYONE_IN_NAMESPACE
}
