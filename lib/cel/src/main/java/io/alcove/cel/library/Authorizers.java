package io.alcove.cel.library;

import static io.alcove.cel.type.CelType.BOOL;
import static io.alcove.cel.type.CelType.STRING;

import io.alcove.cel.function.FunctionDeclaration;
import io.alcove.cel.function.Library;
import io.alcove.cel.function.Overload;
import io.alcove.cel.type.CelType;
import io.alcove.cel.value.CelError;
import io.alcove.cel.value.OpaqueValue;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Questions to the authorizer that an expression may ask. */
public final class Authorizers {

    public static final CelType AUTHORIZER = CelType.struct("kubernetes.authorization.Authorizer");
    public static final CelType RESOURCE_CHECK =
            CelType.struct("kubernetes.authorization.ResourceCheck");
    private static final CelType PATH_CHECK = CelType.struct("kubernetes.authorization.PathCheck");
    private static final CelType GROUP_CHECK =
            CelType.struct("kubernetes.authorization.GroupCheck");
    private static final CelType DECISION = CelType.struct("kubernetes.authorization.Decision");

    /** Answers for one user. */
    public interface Authorizer {

        Decision path(String path, String verb);

        Decision resource(ResourceQuestion question);

        /** The same for a service account. */
        Authorizer as(String namespace, String serviceAccount);
    }

    /** What is asked of a resource; selectors are as the expression gives them, or empty. */
    public record ResourceQuestion(
            String group,
            String resource,
            String subresource,
            String namespace,
            String name,
            String fieldSelector,
            String labelSelector,
            String verb) {}

    /**
     * @param error empty where the authorizer could decide
     */
    public record Decision(boolean allowed, String reason, String error) implements OpaqueValue {

        @Override
        public CelType type() {
            return DECISION;
        }

        @Override
        public boolean comparesAtUnitCost() {
            return true;
        }
    }

    private record Root(Authorizer authorizer) implements OpaqueValue {

        @Override
        public CelType type() {
            return AUTHORIZER;
        }

        @Override
        public boolean comparesAtUnitCost() {
            return true;
        }
    }

    private record PathCheck(Authorizer authorizer, String path) implements OpaqueValue {

        @Override
        public CelType type() {
            return PATH_CHECK;
        }
    }

    private record GroupCheck(Authorizer authorizer, String group) implements OpaqueValue {

        @Override
        public CelType type() {
            return GROUP_CHECK;
        }
    }

    private record ResourceCheck(Authorizer authorizer, ResourceQuestion question)
            implements OpaqueValue {

        @Override
        public CelType type() {
            return RESOURCE_CHECK;
        }

        @Override
        public boolean comparesAtUnitCost() {
            return true;
        }
    }

    private Authorizers() {}

    /** The value of the variable {@code authorizer}. */
    public static Object value(Authorizer authorizer) {
        return new Root(authorizer);
    }

    /** The value of the variable {@code authorizer.requestResource}. */
    public static Object value(Authorizer authorizer, ResourceQuestion requestResource) {
        return new ResourceCheck(authorizer, requestResource);
    }

    public static Library library() {
        return Library.of(
                        FunctionDeclaration.of(
                                "path",
                                Overload.memberBinary(
                                        "authorizer_path",
                                        AUTHORIZER,
                                        STRING,
                                        PATH_CHECK,
                                        (a, p) -> path((Root) a, (String) p))),
                        FunctionDeclaration.of(
                                "group",
                                Overload.memberBinary(
                                        "authorizer_group",
                                        AUTHORIZER,
                                        STRING,
                                        GROUP_CHECK,
                                        (a, g) ->
                                                new GroupCheck(
                                                        ((Root) a).authorizer(), (String) g))),
                        FunctionDeclaration.of(
                                "serviceAccount",
                                Overload.member(
                                        "authorizer_serviceaccount",
                                        List.of(AUTHORIZER, STRING, STRING),
                                        AUTHORIZER,
                                        a ->
                                                serviceAccount(
                                                        (Root) a[0],
                                                        (String) a[1],
                                                        (String) a[2]))),
                        FunctionDeclaration.of(
                                "resource",
                                Overload.memberBinary(
                                        "groupcheck_resource",
                                        GROUP_CHECK,
                                        STRING,
                                        RESOURCE_CHECK,
                                        (g, r) -> resource((GroupCheck) g, (String) r))),
                        narrowing(
                                "subresource",
                                "resourcecheck_subresource",
                                (q, s) ->
                                        new ResourceQuestion(
                                                q.group(),
                                                q.resource(),
                                                s,
                                                q.namespace(),
                                                q.name(),
                                                q.fieldSelector(),
                                                q.labelSelector(),
                                                q.verb())),
                        narrowing(
                                "namespace",
                                "resourcecheck_namespace",
                                (q, s) ->
                                        new ResourceQuestion(
                                                q.group(),
                                                q.resource(),
                                                q.subresource(),
                                                s,
                                                q.name(),
                                                q.fieldSelector(),
                                                q.labelSelector(),
                                                q.verb())),
                        narrowing(
                                "name",
                                "resourcecheck_name",
                                (q, s) ->
                                        new ResourceQuestion(
                                                q.group(),
                                                q.resource(),
                                                q.subresource(),
                                                q.namespace(),
                                                s,
                                                q.fieldSelector(),
                                                q.labelSelector(),
                                                q.verb())),
                        narrowing(
                                "fieldSelector",
                                "authorizer_fieldselector",
                                (q, s) ->
                                        new ResourceQuestion(
                                                q.group(),
                                                q.resource(),
                                                q.subresource(),
                                                q.namespace(),
                                                q.name(),
                                                s,
                                                q.labelSelector(),
                                                q.verb())),
                        narrowing(
                                "labelSelector",
                                "authorizer_labelselector",
                                (q, s) ->
                                        new ResourceQuestion(
                                                q.group(),
                                                q.resource(),
                                                q.subresource(),
                                                q.namespace(),
                                                q.name(),
                                                q.fieldSelector(),
                                                s,
                                                q.verb())),
                        FunctionDeclaration.of(
                                "check",
                                Overload.memberBinary(
                                        "pathcheck_check",
                                        PATH_CHECK,
                                        STRING,
                                        DECISION,
                                        (p, verb) ->
                                                ((PathCheck) p)
                                                        .authorizer()
                                                        .path(
                                                                ((PathCheck) p).path(),
                                                                (String) verb)),
                                Overload.memberBinary(
                                        "resourcecheck_check",
                                        RESOURCE_CHECK,
                                        STRING,
                                        DECISION,
                                        (r, verb) -> check((ResourceCheck) r, (String) verb))),
                        ofDecision("errored", BOOL, d -> !d.error().isEmpty()),
                        ofDecision("error", STRING, Decision::error),
                        ofDecision("allowed", BOOL, Decision::allowed),
                        ofDecision("reason", STRING, Decision::reason))
                .withTypes(AUTHORIZER, PATH_CHECK, GROUP_CHECK, RESOURCE_CHECK, DECISION);
    }

    private static FunctionDeclaration narrowing(
            String name, String id, BiFunction<ResourceQuestion, String, ResourceQuestion> to) {
        return FunctionDeclaration.of(
                name,
                Overload.memberBinary(
                        id,
                        RESOURCE_CHECK,
                        STRING,
                        RESOURCE_CHECK,
                        (r, s) -> {
                            ResourceCheck check = (ResourceCheck) r;
                            return new ResourceCheck(
                                    check.authorizer(), to.apply(check.question(), (String) s));
                        }));
    }

    private static FunctionDeclaration ofDecision(
            String name, CelType result, Function<Decision, Object> of) {
        return FunctionDeclaration.of(
                name,
                Overload.memberUnary(
                        "decision_" + name, DECISION, result, d -> of.apply((Decision) d)));
    }

    private static Object path(Root root, String path) {
        return path.isBlank()
                ? new CelError("path must not be empty")
                : new PathCheck(root.authorizer(), path);
    }

    private static Object resource(GroupCheck group, String resource) {
        return resource.isBlank()
                ? new CelError("resource must not be empty")
                : new ResourceCheck(
                        group.authorizer(),
                        new ResourceQuestion(group.group(), resource, "", "", "", "", "", ""));
    }

    private static Object check(ResourceCheck check, String verb) {
        ResourceQuestion q = check.question();
        return check.authorizer()
                .resource(
                        new ResourceQuestion(
                                q.group(),
                                q.resource(),
                                q.subresource(),
                                q.namespace(),
                                q.name(),
                                q.fieldSelector(),
                                q.labelSelector(),
                                verb));
    }

    private static Object serviceAccount(Root root, String namespace, String name) {
        if (!NamedFormats.isSubdomain(name)) {
            return new CelError("Invalid service account name");
        }
        return NamedFormats.isLabel(namespace)
                ? new Root(root.authorizer().as(namespace, name))
                : new CelError("Invalid service account namespace");
    }
}
