package com.ones1ght.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;

/** The architecture rules for adapters of outside projects. */
public enum AdapterRule {
    DEPEND_INWARDS_ONLY(
            "Adapters depend on Java, on the gateway's application and domain, and on the libraries that they name",
            "everything else in the gateway may change without notice",
            "remove the dependency, or name the library in AdapterArchitecture.withLibraries",
            AdapterConditions::dependInwardsOnly),
    DO_NOT_KNOW_EACH_OTHER(
            "Adapters do not know each other",
            "each can be replaced on its own",
            "move shared code into its own package and name that in AdapterArchitecture.withLibraries, or merge the two"
                    + " adapters",
            AdapterConditions::doNotKnowEachOther),
    DO_NOT_ASK_USE_CASES(
            "Adapters know no use cases and no services",
            "use cases call adapters through ports; a call back would bypass the checks of the use case",
            "return the result through the port and leave the rest to the application",
            AdapterConditions::doNotAskUseCases),
    SERVE_A_PORT(
            "Each adapter implements at least one port",
            "an adapter exists for a port; a package without one is probably misspelt",
            "implement one of the interfaces in com.ones1ght.application..port.., or correct the package in"
                    + " AdapterArchitecture.of",
            AdapterConditions::serveAPort),
    PORTS_ARE_IMPLEMENTED_IN_ADAPTERS(
            "Ports are implemented in adapters only",
            "code outside of the named packages is not checked by these rules",
            "move the class into an adapter, or name its package in AdapterArchitecture.of",
            AdapterConditions::portsAreImplementedInAdapters),
    ASK_NO_CLOCK(
            "Adapters read neither the wall clock nor the environment",
            "tests set the time, and nodes differ in zone, language and charset",
            "take an InstantSource and the settings in the constructor (PipelineSetup has both), and name zone, language"
                    + " and charset; System.nanoTime may measure",
            AdapterConditions::askNoClock),
    HOLD_NO_STATIC_STATE(
            "Adapters hold no static state",
            "static state is shared by all tenants, tests and instances of a node, and lost with it",
            "make the field final and its value immutable (List.of, Map.of), or a field of the instance",
            AdapterConditions::holdNoStaticState),
    START_NO_THREADS(
            "Adapters start no threads and block none",
            "threads belong to the container: others outlive the application, and blocked ones are not available to other"
                    + " requests",
            "return a CompletionStage that an asynchronous client completes, run follow-up work on the given executor"
                    + " (PipelineSetup.calls), and use PipelineSnapshot's notBefore to wait",
            AdapterConditions::startNoThreads),
    FORM_NO_CYCLE(
            "The packages of an adapter form no cycle",
            "packages that need each other are one package",
            "move the shared code into one of them or into a third",
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
