package io.alcove.apiserver.impersonation;

import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.pipeline.AccessControl;
import io.alcove.apiserver.request.RequestInfo;
import io.alcove.apiserver.request.UserInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Lets who may act as somebody else. As upstream's constrained impersonation: a right to
 * impersonate users of one sort for one verb is asked for first, then the general right to
 * impersonate. Where neither is there, the first refusal is the answer.
 *
 * <p>The right to impersonate the node that a token is bound to is not built: such a caller needs
 * the right for any node.
 */
public final class Impersonation {

    private static final String MASTERS = UserInfo.GROUP_MASTERS;

    private final AccessControl access;

    public Impersonation(AccessControl access) {
        this.access = access;
    }

    /**
     * @param wanted whom the caller wants to be, as given
     * @return whom the request is worked on as
     * @throws StatusException 403
     */
    public UserInfo of(UserInfo caller, UserInfo wanted, RequestInfo request) {
        Optional<StatusException> refusal = Optional.empty();
        Sort sort = Sort.of(wanted.name());
        if (sort == Sort.USER_INFO || isNameOnly(wanted)) {
            refusal = refusal(caller, wanted, request, sort);
            if (refusal.isEmpty()) {
                return acting(wanted, sort == Sort.NODE);
            }
        }
        try {
            Target.of(wanted, Target.CORE).forEach(authorize(caller, "impersonate"));
        } catch (StatusException e) {
            throw refusal.orElse(e);
        }
        return acting(wanted, false);
    }

    private Optional<StatusException> refusal(
            UserInfo caller, UserInfo wanted, RequestInfo request, Sort sort) {
        try {
            access.authorize(
                    caller,
                    request.withVerb("impersonate-on:" + sort.word() + ":" + request.verb()));
            refuseMasters(caller, wanted, "impersonate:" + sort.word());
            Target.of(wanted, Target.AUTHENTICATION)
                    .forEach(authorize(caller, "impersonate:" + sort.word()));
            return Optional.empty();
        } catch (StatusException e) {
            return Optional.of(e);
        }
    }

    /** The group that may do everything is never had by a constrained right. */
    private static void refuseMasters(UserInfo caller, UserInfo wanted, String verb) {
        if (wanted.isIn(MASTERS)) {
            throw Target.group(MASTERS, Target.AUTHENTICATION)
                    .refusal(caller, verb, "impersonating the system:masters group is not allowed");
        }
    }

    private Consumer<Target> authorize(UserInfo caller, String verb) {
        return target -> access.authorize(caller, target.request(verb));
    }

    private static boolean isNameOnly(UserInfo wanted) {
        return wanted.uid().isEmpty() && wanted.groups().isEmpty() && wanted.extra().isEmpty();
    }

    private static UserInfo acting(UserInfo wanted, boolean node) {
        List<String> groups = new ArrayList<>(wanted.groups());
        if (groups.isEmpty()) {
            groups.addAll(Sort.groupsOf(wanted.name(), node));
        }
        boolean anonymous = wanted.name().equals(UserInfo.ANONYMOUS);
        if (anonymous && !groups.contains(UserInfo.GROUP_UNAUTHENTICATED)) {
            groups.add(UserInfo.GROUP_UNAUTHENTICATED);
        }
        if (!anonymous
                && !groups.contains(UserInfo.GROUP_UNAUTHENTICATED)
                && !groups.contains(UserInfo.GROUP_AUTHENTICATED)) {
            groups.add(UserInfo.GROUP_AUTHENTICATED);
        }
        return new UserInfo(wanted.name(), wanted.uid(), groups, wanted.extra());
    }
}
