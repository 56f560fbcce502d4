package io.alcove.cli.catalog;

/** Where a group's version is served. */
final class ApiPath {

    private ApiPath() {}

    static String of(String apiVersion) {
        return (apiVersion.contains("/") ? "/apis/" : "/api/") + apiVersion;
    }
}
