package io.alcove.apiserver.review;

import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apiserver.authentication.BearerTokens;
import io.alcove.apiserver.authorization.Authorizer;
import io.alcove.apiserver.authorization.rbac.RuleResolver;
import io.alcove.apiserver.registry.VirtualResources;
import java.time.InstantSource;

/** Where the reviews stand in the API. */
public final class Reviews {

    private static final String AUTHENTICATION = "authentication.k8s.io";
    private static final String AUTHORIZATION = "authorization.k8s.io";

    private Reviews() {}

    public static void addTo(
            VirtualResources resources,
            BearerTokens tokens,
            Authorizer authorizer,
            RuleResolver rules,
            InstantSource clock) {
        resources
                .with(
                        new GroupResource(AUTHENTICATION, "tokenreviews"),
                        "",
                        new TokenReviews(tokens))
                .with(
                        new GroupResource(AUTHENTICATION, "selfsubjectreviews"),
                        "",
                        new SelfSubjectReviews(clock))
                .with(
                        new GroupResource(AUTHORIZATION, "subjectaccessreviews"),
                        "",
                        new AccessReviews(AccessReviewKind.ANYONE, authorizer))
                .with(
                        new GroupResource(AUTHORIZATION, "selfsubjectaccessreviews"),
                        "",
                        new AccessReviews(AccessReviewKind.SELF, authorizer))
                .with(
                        new GroupResource(AUTHORIZATION, "localsubjectaccessreviews"),
                        "",
                        new AccessReviews(AccessReviewKind.ANYONE_IN_NAMESPACE, authorizer))
                .with(
                        new GroupResource(AUTHORIZATION, "selfsubjectrulesreviews"),
                        "",
                        new SelfSubjectRulesReviews(rules));
    }
}
