package com.ones1ght.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Compares the documented walk of a question with the code. */
class WalkArchitectureTest {

    /** The maximum of files to read; may be lowered. */
    private static final int MAX_STOPS = 50;

    private static final Path WALK = Path.of(System.getProperty("basedir", "."), "..", "docs", "walk.md");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (\\d+) \\| `([\\w.]+)` \\| (client|\\d+) \\| \\S.* \\|$");

    private final JavaClasses product = Bytecode.ofTheProduct();
    private final String text = read();
    private final List<Stop> stops = ROW.matcher(text).results().map(this::stop).toList();

    /** @param caller the number of the stop that calls it, from 1; 0 for the client */
    private record Stop(int number, String name, int caller) {}

    private Stop stop(MatchResult row) {
        return new Stop(
                Integer.parseInt(row.group(1)),
                Layout.PRODUCT.root() + "." + row.group(2),
                row.group(3).equals("client") ? 0 : Integer.parseInt(row.group(3)));
    }

    private static String read() {
        try {
            return Files.readString(WALK);
        } catch (IOException e) {
            throw new AssertionError(WALK + " cannot be read", e);
        }
    }

    @Test
    void everyStopShouldBeAClassOfItsOwnFile() {
        assertThat(stops).extracting(Stop::name).doesNotHaveDuplicates().allSatisfy(name -> {
            assertThat(product.contain(name)).as(name).isTrue();
            assertThat(product.get(name).isTopLevelClass()).as(name).isTrue();
        });
    }

    @Test
    void stopsShouldBeNumberedFromOneOnAndComeAfterTheirCallers() {
        assertThat(stops)
                .extracting(Stop::number)
                .isEqualTo(IntStream.rangeClosed(1, stops.size()).boxed().toList());
        assertThat(stops.get(0).caller()).isZero();
        assertThat(stops.subList(1, stops.size())).allMatch(stop -> stop.caller() > 0 && stop.caller() < stop.number());
        assertThat(text.lines().filter(line -> line.matches("\\| \\d.*"))).hasSameSizeAs(stops);
    }

    @Test
    void everyStopShouldBeCalledByTheStopThatThePageNames() {
        for (Stop stop : stops.subList(1, stops.size())) {
            JavaClass caller = product.get(stops.get(stop.caller() - 1).name());
            JavaClass callee = product.get(stop.name());

            assertThat(isImplementation(callee, caller) || calls(caller, callee))
                    .as("%s calls %s, or is the interface or base class that it implements", caller, callee)
                    .isTrue();
        }
    }

    @Test
    void aCallShouldBeFoundThroughInterfacesAndNotBetweenStrangers() {
        JavaClass kickoffs = productClass("adapters.rest.chat.ChatKickoffs");

        assertThat(calls(kickoffs, productClass("application.chat.KickOffRoundService")))
                .isTrue();
        assertThat(calls(kickoffs, productClass("application.chat.RunAcceptance")))
                .isFalse();
        assertThat(calls(kickoffs, productClass("application.chat.RunnerWakeup")))
                .isFalse();
    }

    @Test
    void theWalkShouldNotBecomeLonger() {
        assertThat(stops).hasSizeBetween(20, MAX_STOPS);
    }

    private JavaClass productClass(String name) {
        return product.get(Layout.PRODUCT.root() + "." + name);
    }

    private static boolean isImplementation(JavaClass callee, JavaClass caller) {
        return !callee.equals(caller) && callee.isAssignableTo(caller.getName());
    }

    /** Whether the caller's file calls the callee, or what the callee inherits or implements of the product. */
    private boolean calls(JavaClass caller, JavaClass callee) {
        return product.stream()
                .filter(each -> each.equals(caller) || each.getName().startsWith(caller.getName() + "$"))
                .flatMap(each -> each.getCodeUnitAccessesFromSelf().stream())
                .map(JavaAccess::getTargetOwner)
                .anyMatch(owner -> product.contain(owner.getName()) && callee.isAssignableTo(owner.getName()));
    }
}
