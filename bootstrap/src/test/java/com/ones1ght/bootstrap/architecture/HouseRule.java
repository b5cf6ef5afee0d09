package com.ones1ght.bootstrap.architecture;

import com.ones1ght.architecture.RuleResult;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Function;

/** All architecture rules, each with its reason. The checks are in the classes of their parts. */
enum HouseRule {
    DOMAIN_KNOWS_JAVA_ALONE(
            Part.DOMAIN,
            "Domain code depends on a few packages of Java only, without I/O, threads or reflection",
            "the business outlives every framework, and its rules are tested without one",
            DomainRules::knowsJavaAlone),
    DOMAIN_ASKS_NO_CLOCK(
            Part.DOMAIN,
            "Domain code reads no clock, no random source and no environment",
            "a decision gets the time and the ids as arguments, so that it is repeatable",
            DomainRules::asksNoClock),
    DOMAIN_IS_IMMUTABLE(
            Part.DOMAIN,
            "All fields of the domain are final",
            "values that threads share, and decisions that return a new state, need no locks",
            DomainRules::isImmutable),
    DOMAIN_ENUMS_HOLD_NO_WORDS(
            Part.DOMAIN,
            "Enums of the domain hold no texts, except for a few that are listed",
            "words of the wire belong to the adapters, each of which maps the constants of its own contract",
            DomainRules::enumsHoldNoWords),
    DOMAIN_HOLDS_NO_SNAKE_CASE(
            Part.DOMAIN,
            "No string of the domain has a word in snake case, except in one class that is listed",
            "the domain names its properties as Java does; adapters translate them to the fields of the wire",
            DomainRules::holdsNoSnakeCase),
    DOMAIN_IS_CUT_BY_FEATURE(
            Part.DOMAIN,
            "Domain classes are in the package of a feature",
            "packages are named after what the business talks about, not after technical layers",
            DomainRules::isCutByFeature),
    DOMAIN_FEATURES_FORM_NO_CYCLE(
            Part.DOMAIN,
            "The features of the domain form no cycle",
            "features that need each other are one feature",
            DomainRules::featuresFormNoCycle),

    APPLICATION_KNOWS_DOMAIN_AND_JAVA_ALONE(
            Part.APPLICATION,
            "Application code depends on the domain and a few packages of Java only",
            "use cases know no framework, no JSON and no adapter: what they need they declare as ports",
            ApplicationRules::knowsDomainAndJavaAlone),
    APPLICATION_ASKS_NO_CLOCK(
            Part.APPLICATION,
            "Application code reads no clock, no random source and no environment",
            "time comes from an InstantSource and ids from an IdGenerator, which tests can set",
            ApplicationRules::asksNoClock),
    APPLICATION_IS_CUT_BY_FEATURE(
            Part.APPLICATION,
            "Application classes are in the package of a feature",
            "packages are named after what the business talks about, not after technical layers",
            ApplicationRules::isCutByFeature),
    APPLICATION_FEATURES_FORM_NO_CYCLE(
            Part.APPLICATION,
            "The features of the application form no cycle",
            "features that need each other are one feature",
            ApplicationRules::featuresFormNoCycle),
    INNER_MODULES_MAKE_NO_THREADS(
            Part.APPLICATION,
            "Application and domain start no threads, block none and use no pool of the JDK",
            "threads belong to the container and come in as executors",
            ApplicationRules::makesNoThreads),
    INNER_CONSTANTS_DO_NOT_CHANGE(
            Part.APPLICATION,
            "Static fields of application and domain are constants with immutable values",
            "static state is shared by all requests and tenants of a node, and differs between nodes",
            ApplicationRules::constantsDoNotChange),
    APPLICATION_STATE_IS_NAMED(
            Part.APPLICATION,
            "Application classes hold no mutable state, except for a few that are listed",
            "any node can serve any request",
            ApplicationRules::stateIsWhereItIsNamed),
    PORTS_ARE_INTERFACES(
            Part.APPLICATION,
            "Packages of ports contain interfaces, records, enums and exceptions only",
            "a port is a role, with its values and failures",
            ApplicationRules::portsAreInterfaces),
    PORTS_KNOW_NO_USE_CASES(
            Part.APPLICATION,
            "Ports do not depend on use cases",
            "use cases call ports; a port that knew its callers could not serve others",
            ApplicationRules::portsKnowNoUseCases),
    QUERIES_ONLY_READ(
            Part.APPLICATION,
            "Interfaces named FooQueries are ports whose methods return what they read",
            "driving adapters may call them without a use case in between, so a call must not change anything",
            ApplicationRules::queriesOnlyRead),
    USE_CASES_HAVE_ONE_METHOD(
            Part.APPLICATION,
            "Use cases are interfaces with one method",
            "a use case is one thing that the system does",
            ApplicationRules::useCasesHaveOneMethod),
    USE_CASES_HAVE_A_SERVICE(
            Part.APPLICATION,
            "Each FooUseCase is implemented by FooService",
            "nobody has to search for the implementation",
            ApplicationRules::useCasesHaveAService),
    COMMANDS_ARE_VALUES(
            Part.APPLICATION,
            "Types nested in a use case are records, enums or interfaces",
            "inputs and outputs of a use case are values that validate themselves",
            ApplicationRules::commandsAreValues),
    SERVICES_ARE_FINAL(
            Part.APPLICATION,
            "Services are final",
            "there is nothing to inherit: what a use case does is in one class",
            ApplicationRules::servicesAreFinal),
    SERVICES_SERVE_ONE_USE_CASE(
            Part.APPLICATION,
            "FooService implements FooUseCase and nothing else",
            "a service with two use cases attracts more",
            ApplicationRules::servicesServeOneUseCase),
    SERVICES_HOLD_NO_STATE(
            Part.APPLICATION,
            "All fields of services are private and final",
            "one service serves all requests at once, on any node",
            ApplicationRules::servicesHoldNoState),
    USE_CASES_CALL_NO_OTHERS(
            Part.APPLICATION,
            "Use cases do not call each other",
            "a use case is a transaction with an answer of its own; what two share moves to the domain",
            ApplicationRules::useCasesCallNoOthers),

    ADAPTERS_KNOW_INWARD_ONLY(
            Part.ADAPTERS,
            "Of the product, adapters depend on application and domain only",
            "dependencies point inwards; bootstrap assembles the parts, and nothing depends on it",
            AdapterRules::knowInwardOnly),
    ADAPTERS_DO_NOT_KNOW_EACH_OTHER(
            Part.ADAPTERS,
            "Adapters do not know each other",
            "each adapter can be replaced on its own",
            AdapterRules::doNotKnowEachOther),
    ADAPTER_PACKAGES_FORM_NO_CYCLE(
            Part.ADAPTERS,
            "The packages of the adapters form no cycle",
            "packages that need each other are one package",
            AdapterRules::packagesFormNoCycle),
    ADAPTERS_SEE_USE_CASES_BY_INTERFACE(
            Part.ADAPTERS,
            "Adapters do not depend on services",
            "bootstrap creates services, and callers know the interface of their use case",
            AdapterRules::seeUseCasesByInterface),
    ONLY_REST_DRIVES(
            Part.ADAPTERS,
            "Only adapters-rest knows use cases",
            "the other adapters are called by use cases and do not call them",
            AdapterRules::onlyRestDrives),
    ADAPTERS_ASK_NO_CLOCK(
            Part.ADAPTERS,
            "Adapters read neither the wall clock nor the environment",
            "time comes from an InstantSource and settings come from bootstrap; System.nanoTime may measure",
            AdapterRules::askNoClock),
    REST_SERVES_NO_PORTS(
            Part.ADAPTERS,
            "adapters-rest implements no ports, except for a few that are listed",
            "a driving adapter calls use cases; the listed classes render documents for clients",
            AdapterRules::restServesNoPorts),
    REST_ASKS_USE_CASES(
            Part.ADAPTERS,
            "adapters-rest calls no ports, except for queries and the one that makes request ids",
            "changes go through a use case, which validates and decides; a query changes nothing",
            AdapterRules::restAsksUseCases),
    PORTS_ARE_SERVED_BY_ADAPTERS(
            Part.ADAPTERS,
            "Ports are implemented in adapters only, and by the metrics and traces of bootstrap",
            "a port that the application implements itself is none, and bootstrap only assembles adapters",
            AdapterRules::portsAreServedByAdapters),
    JAX_RS_ONLY_IN_REST(
            Part.ADAPTERS,
            "Only adapters-rest knows JAX-RS, and the clients of the store's API",
            "one module defines the HTTP API",
            AdapterRules::jaxRsOnlyInRest),
    CLIENTS_ARE_NO_RESOURCES(
            Part.ADAPTERS,
            "Types of HTTP clients with a JAX-RS path are interfaces",
            "a client's interface describes another system and is never served here",
            AdapterRules::clientsAreNoResources),
    DATABASE_ONLY_IN_PERSISTENCE(
            Part.ADAPTERS,
            "Only adapters-persistence knows SQL, JPA and transactions, and DriverLookup java.sql",
            "one module knows them; all others use UnitOfWork",
            AdapterRules::databaseOnlyInPersistence),
    ENTITIES_ARE_PACKAGE_PRIVATE(
            Part.ADAPTERS,
            "Entities are package-private",
            "the form of rows is private to entity, mapper and repository",
            AdapterRules::entitiesArePackagePrivate),
    RESOURCES_CATCH_NOTHING(
            Part.ADAPTERS,
            "Resources contain no try/catch",
            "failures become answers in one place, the exception mappers",
            AdapterRules::resourcesCatchNothing),
    REST_CLASSES_HAVE_A_PLAIN_CONSTRUCTOR(
            Part.ADAPTERS,
            "JAX-RS resources and providers have a public constructor without parameters",
            "RESTEasy, of WildFly and Open Liberty, requires one even if CDI uses another",
            ServerRules::restClassesHaveAPlainConstructor),
    RESOURCES_TAKE_NO_REQUEST_CONTEXT(
            Part.ADAPTERS,
            "Methods of JAX-RS resources take no ContainerRequestContext",
            "only Jersey injects it there; every server injects a SecurityContext",
            ServerRules::resourcesTakeNoRequestContext),

    NAMES_SAY_SOMETHING(
            Part.CODE,
            "No class is called Impl, Port, Manager, Helper or Utils",
            "such a suffix says nothing about the role, and attracts unrelated code",
            CodeRules::namesSaySomething),
    FILES_ARE_SHORT(
            Part.CODE,
            "No source file has more than 250 lines",
            "a class with one job fits; a longer one has taken on another",
            CodeRules::filesAreShort),
    PACKAGES_ARE_NULL_MARKED(
            Part.CODE,
            "All packages are @NullMarked",
            "null never means absent, except where it is written down as @Nullable",
            CodeRules::packagesAreNullMarked),
    NOTHING_IS_PRINTED(
            Part.CODE,
            "Only the launcher writes to the console",
            "it alone has a person at the terminal; all other code logs",
            CodeRules::nothingIsPrinted),
    SYSTEM_LOGGER_IS_THE_LOGGER(
            Part.CODE,
            "Outside of the launcher and LogContext, System.Logger is the only logging API",
            "it is part of Java and uses the container's logging, which the launcher configures",
            CodeRules::systemLoggerIsTheLogger),
    ONLY_THE_LAUNCHER_KNOWS_THE_SERVER(
            Part.CODE,
            "Outside of the launcher, no code depends on packages of an application server",
            "one WAR runs on all servers, by what Jakarta EE and MicroProfile specify",
            ServerRules::onlyTheLauncherKnowsTheServer),
    LOGGERS_ARE_CONSTANTS(
            Part.CODE,
            "Loggers are private constants named LOG",
            "each class has its own logger, always under the same name",
            CodeRules::loggersAreConstants),
    EXCEPTIONS_ARE_SPECIFIC(
            Part.CODE,
            "Nobody throws Exception, RuntimeException, Error or Throwable itself",
            "a caller must be able to tell one failure from another",
            CodeRules::exceptionsAreSpecific);

    private final Part part;
    private final String title;
    private final String reason;
    private final Function<Layout, ArchRule> forLayout;

    HouseRule(Part part, String title, String reason, Function<Layout, ArchRule> forLayout) {
        this.part = part;
        this.title = title;
        this.reason = reason;
        this.forLayout = forLayout;
    }

    /** The rule for these packages; it also fails when it finds nothing to check. */
    ArchRule in(Layout layout) {
        return forLayout.apply(layout).because(reason).allowEmptyShould(false);
    }

    RuleResult on(Layout layout, JavaClasses classes) {
        return RuleResult.of(part.title(), title, reason, "", in(layout), classes);
    }
}
