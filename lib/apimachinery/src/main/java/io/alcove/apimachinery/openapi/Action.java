package io.alcove.apimachinery.openapi;

/** What x-kubernetes-action may say, and how operations of it are called. */
enum Action {
    LIST("list", "list"),
    GET("get", "read"),
    POST("post", "create"),
    PUT("put", "replace"),
    PATCH("patch", "patch"),
    DELETE("delete", "delete"),
    DELETE_COLLECTION("deletecollection", "delete"),
    CONNECT("connect", "connect");

    private final String text;
    private final String prefix;

    Action(String text, String prefix) {
        this.text = text;
        this.prefix = prefix;
    }

    String text() {
        return text;
    }

    String prefix() {
        return prefix;
    }
}
