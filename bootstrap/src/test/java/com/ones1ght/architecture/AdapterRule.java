package com.ones1ght.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;

/** What is asked of each adapter that is put behind the gateway. */
public enum AdapterRule {
    DEPEND_INWARDS_ONLY(
            "Adapters depend on Java, on the gateway's application and domain, and on the libraries that they name",
            "whatever else they know of the gateway may change without notice",
            "take out what is not meant; name what is meant in AdapterArchitecture.withLibraries",
            AdapterConditions::dependInwardsOnly),
    DO_NOT_KNOW_EACH_OTHER(
            "Adapters do not know each other",
            "each can be taken out, and another put in its place",
            "move what two adapters share into a package of its own and name that in AdapterArchitecture.withLibraries,"
                    + " or make the two one adapter",
            AdapterConditions::doNotKnowEachOther),
    DO_NOT_ASK_USE_CASES(
            "Adapters know no use cases and no services",
            "use cases call adapters through ports; an adapter that called back would run outside of what the use case"
                    + " has checked",
            "answer through the port, and leave it to the application what follows",
            AdapterConditions::doNotAskUseCases),
    SERVE_A_PORT(
            "Each adapter implements at least one port",
            "an adapter is there for a port; a package without one was probably misspelt",
            "implement one of the interfaces in com.ones1ght.application..port.., or correct the package in"
                    + " AdapterArchitecture.of",
            AdapterConditions::serveAPort),
    PORTS_ARE_IMPLEMENTED_IN_ADAPTERS(
            "Ports are implemented in adapters only",
            "what stands outside of the named packages is not held to these rules",
            "move the class into an adapter, or name its package in AdapterArchitecture.of",
            AdapterConditions::portsAreImplementedInAdapters),
    ASK_NO_CLOCK(
            "Adapters ask neither the wall clock nor the machine's environment",
            "tests set the time, and nodes differ in zone, language and charset",
            "take an InstantSource and the settings in the constructor (PipelineSetup has both), and name zone, language"
                    + " and charset; System.nanoTime may measure",
            AdapterConditions::askNoClock),
    HOLD_NO_STATIC_STATE(
            "Adapters hold no static state",
            "what is static is shared by all tenants, tests and instances of a node, and is lost with it",
            "make the field final and its value immutable (List.of, Map.of), or a field of the instance",
            AdapterConditions::holdNoStaticState),
    START_NO_THREADS(
            "Adapters start no threads and block none",
            "threads belong to the container; one that is started beside it outlives the application, and one that sleeps"
                    + " is missing elsewhere",
            "answer a CompletionStage that an asynchronous client completes, run what follows on the executor that was"
                    + " handed over (PipelineSetup.calls), and use PipelineSnapshot's notBefore to wait",
            AdapterConditions::startNoThreads),
    FORM_NO_CYCLE(
            "The packages of an adapter form no cycle",
            "packages that need each other are one package; one-way, each can be read and replaced alone",
            "move what the two need into one of them or into a third one",
            AdapterConditions::formNoCycle),
    PRINT_NOTHING(
            "Adapters print nothing to the console",
            "operators read the log, with its levels and request ids",
            "log with System.Logger",
            AdapterConditions::printNothing);

    private static final String GROUP = "Adapters";

    private final String title;
    private final String reason;
    private final String remedy;
    private final Function<AdapterArchitecture, ArchRule> check;

    AdapterRule(String title, String reason, String remedy, Function<AdapterArchitecture, ArchRule> check) {
        this.title = title;
        this.reason = reason;
        this.remedy = remedy;
        this.check = check;
    }

    /** The rule as a sentence, without a full stop. */
    public String title() {
        return title;
    }

    /** To be read after "because". */
    public String reason() {
        return reason;
    }

    RuleResult exempt(String because) {
        return new RuleResult(GROUP, title, reason, remedy, because, List.of());
    }

    RuleResult apply(AdapterArchitecture architecture, JavaClasses project) {
        return RuleResult.of(GROUP, title, reason, remedy, check.apply(architecture), project);
    }
}
