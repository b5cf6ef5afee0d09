package com.ones1ght.bootstrap.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaField;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The packages of the modules below a root package. Rules take a layout, so that they can be applied to the product and
 * to deliberate violations.
 *
 * @param root the package above the modules
 */
record Layout(String root) {

    static final Layout PRODUCT = new Layout("com.ones1ght");

    /** A root without classes. */
    static final Layout NOTHING = new Layout(Layout.class.getPackageName() + ".violations.nothing");

    static final List<String> FEATURES = List.of(
            "access",
            "analytics",
            "audit",
            "barcode",
            "chat",
            "credit",
            "dietary",
            "event",
            "idempotency",
            "model",
            "onboarding",
            "profile",
            "recommendation",
            "shared",
            "signage",
            "store",
            "tenant",
            "visit");

    /** The deliberate violations of a rule. */
    static Layout violating(HouseRule rule) {
        String name = rule.name().toLowerCase(Locale.ROOT).replace("_", "");
        return new Layout(Layout.class.getPackageName() + ".violations." + name);
    }

    String everything() {
        return root + "..";
    }

    String domain() {
        return root + ".domain..";
    }

    String application() {
        return root + ".application..";
    }

    /** Fields of these classes of a module, given by feature and name, and of those nested in them. */
    DescribedPredicate<JavaField> areIn(String module, Set<String> classes) {
        return DescribedPredicate.describe("are in one of " + classes, field -> classes.stream()
                .anyMatch(
                        name -> field.getOwner().getFullName().matches(root + "." + module + "." + name + "(\\$.*)?")));
    }

    String ports() {
        return root + ".application..port..";
    }

    String adapters() {
        return root + ".adapters..";
    }

    String adapter(String name) {
        return root + ".adapters." + name + "..";
    }

    /** The packages of REST clients of other systems. */
    String[] clients() {
        return new String[] {root + ".adapters.store.storeapi..", root + ".adapters.signage.storeapi.."};
    }

    String bootstrap() {
        return root + ".bootstrap..";
    }

    /** The code that measures ports, by implementing them around those of adapters. */
    String metrics() {
        return root + ".bootstrap.metrics..";
    }

    /** The code that records spans, by the library that only bootstrap has. */
    String telemetry() {
        return root + ".bootstrap.telemetry..";
    }

    /** The code that starts the server and the application. */
    String launcher() {
        return root + ".bootstrap.launcher..";
    }

    /** Makes Java look for drivers, and does nothing with them. */
    String driverLookup() {
        return root + ".bootstrap.launcher.DriverLookup";
    }

    /** Adds the request to log records, which no logging API can do portably. */
    String logContext() {
        return root + ".bootstrap.wiring.LogContext";
    }

    /** One slice for each feature of a module. */
    String featuresOf(String module) {
        return root + "." + module + ".(*)..";
    }

    /** One slice for each package of a module, however deep. */
    String packagesOf(String module) {
        return root + "." + module + ".(**)";
    }

    /** The packages in which a module's classes may be. */
    String[] featurePackages(String module) {
        return FEATURES.stream()
                .map(feature -> root + "." + module + "." + feature + "..")
                .toArray(String[]::new);
    }

    static String[] and(String[] some, String... others) {
        return Stream.concat(Stream.of(some), Stream.of(others)).toArray(String[]::new);
    }
}
