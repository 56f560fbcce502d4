package io.alcove.apiserver.config;

import io.alcove.apiserver.expression.CelExpressions;
import io.alcove.apiserver.expression.Expressions;
import io.alcove.cel.schema.DeclaredType;
import io.alcove.cel.type.CelType;
import java.util.LinkedHashMap;
import java.util.Map;

/** The expressions of the configuration files of access control: their variables and types. */
final class AccessExpressions {

    /** Over "claims". */
    static final Expressions CLAIMS = CelExpressions.ofMap("claims");

    /** Over "user". */
    static final Expressions USER = CelExpressions.of("user", userInfo()).conditions();

    /** Over "request", the spec of a SubjectAccessReview. */
    static final Expressions REQUEST = CelExpressions.of("request", reviewSpec()).conditions();

    private static final long UNBOUNDED = Long.MAX_VALUE;

    private AccessExpressions() {}

    private static DeclaredType userInfo() {
        Map<String, DeclaredType> fields = texts("username", "uid");
        fields.put("groups", textList());
        fields.put("extra", textLists());
        return DeclaredType.object("kubernetes.UserInfo", fields);
    }

    private static DeclaredType reviewSpec() {
        Map<String, DeclaredType> fields = texts("user", "uid");
        fields.put("groups", textList());
        fields.put("extra", textLists());
        fields.put("resourceAttributes", resourceAttributes());
        fields.put(
                "nonResourceAttributes",
                DeclaredType.object("kubernetes.NonResourceAttributes", texts("path", "verb")));
        return DeclaredType.object("kubernetes.SubjectAccessReviewSpec", fields);
    }

    private static DeclaredType resourceAttributes() {
        Map<String, DeclaredType> fields =
                texts("namespace", "verb", "group", "version", "resource", "subresource", "name");
        fields.put("fieldSelector", selector("kubernetes.FieldSelectorAttributes"));
        fields.put("labelSelector", selector("kubernetes.LabelSelectorAttributes"));
        return DeclaredType.object("kubernetes.ResourceAttributes", fields);
    }

    private static DeclaredType selector(String name) {
        Map<String, DeclaredType> requirement = texts("key", "operator");
        requirement.put("values", textList());
        Map<String, DeclaredType> fields = texts("rawSelector");
        fields.put(
                "requirements",
                DeclaredType.list(
                        DeclaredType.object("kubernetes.SelectorRequirement", requirement),
                        UNBOUNDED));
        return DeclaredType.object(name, fields);
    }

    private static Map<String, DeclaredType> texts(String... names) {
        Map<String, DeclaredType> fields = new LinkedHashMap<>();
        for (String name : names) {
            fields.put(name, text());
        }
        return fields;
    }

    private static DeclaredType text() {
        return DeclaredType.scalar(CelType.STRING, UNBOUNDED, 2);
    }

    private static DeclaredType textList() {
        return DeclaredType.list(text(), UNBOUNDED);
    }

    private static DeclaredType textLists() {
        return DeclaredType.map(text(), textList(), UNBOUNDED);
    }
}
