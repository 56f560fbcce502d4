package io.alcove.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The arrows between the modules, and the rules that every package keeps. */
class ArchitectureTest {

    private static final List<String> SERVICES =
            List.of(
                    "apiserver",
                    "controllermanager",
                    "scheduler",
                    "syncer",
                    "dns",
                    "broker",
                    "simulatednode");

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("io.alcove");

    @TestFactory
    Stream<DynamicTest> keepsServicesApart() {
        return SERVICES.stream()
                .map(
                        service ->
                                DynamicTest.dynamicTest(
                                        service,
                                        () ->
                                                noClasses()
                                                        .that()
                                                        .resideOutsideOfPackage(in(service))
                                                        .should()
                                                        .dependOnClassesThat()
                                                        .resideInAPackage(in(service))
                                                        .allowEmptyShould(true)
                                                        .check(CLASSES)));
    }

    @Test
    void keepsApimachineryOnFewLibraries() {
        classes()
                .that()
                .resideInAPackage(in("apimachinery"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        in("apimachinery"),
                        "java..",
                        "com.fasterxml.jackson..",
                        "com.google.protobuf..",
                        "com.google.re2j..",
                        "org.yaml.snakeyaml..",
                        "org.jspecify..")
                .check(CLASSES);
    }

    @Test
    void keepsTheCoresFreeOfContainers() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        in("apiserver.storage"),
                        in("apiserver.registry"),
                        in("apiserver.kinds"),
                        in("apiserver.admission"),
                        in("apiserver.authorization"),
                        in("syncer.translation"),
                        in("syncer.sync"),
                        in("dns.wire"),
                        in("dns.zone"),
                        in("dns.watch"),
                        in("dns.forward"),
                        in("dns.resolve"),
                        in("dns.server"))
                .and()
                // what speaks to etcd and to a KMS plugin is an edge below a core
                .resideOutsideOfPackages(
                        in("apiserver.storage.etcd"), in("apiserver.storage.encryption.kms"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta..", "io.vertx..", "io.quarkus..", "io.grpc..")
                .check(CLASSES);
    }

    @TestFactory
    Stream<DynamicTest> hasNoCyclesBetweenPackages() {
        return Stream.concat(Stream.of("apimachinery", "cel", "client"), SERVICES.stream())
                .map(
                        module ->
                                DynamicTest.dynamicTest(
                                        module,
                                        () ->
                                                slices().matching("io.alcove." + module + ".(*)..")
                                                        .should()
                                                        .beFreeOfCycles()
                                                        .allowEmptyShould(true)
                                                        .check(CLASSES)));
    }

    @Test
    void namesThingsByWhatTheyAre() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .check(hand(CLASSES));
    }

    @Test
    void marksEveryPackageForNullness() {
        List<String> unmarked =
                CLASSES.stream()
                        .filter(c -> !generated(c))
                        .map(JavaClass::getPackage)
                        .distinct()
                        .filter(p -> !p.isAnnotatedWith(NullMarked.class))
                        .map(p -> p.getName())
                        .toList();
        assertThat(unmarked).isEmpty();
    }

    private static JavaClasses hand(JavaClasses classes) {
        return classes.that(
                com.tngtech.archunit.base.DescribedPredicate.describe(
                        "are written by hand", c -> !generated(c)));
    }

    private static boolean generated(JavaClass type) {
        return type.getPackageName().startsWith("io.alcove.proto")
                || type.getPackageName().equals("io.alcove.cel.grammar");
    }

    private static String in(String word) {
        return "io.alcove." + word + "..";
    }
}
