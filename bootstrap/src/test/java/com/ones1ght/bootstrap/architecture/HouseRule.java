package com.ones1ght.bootstrap.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Function;

/** All rules of the house. */
enum HouseRule {
    DOMAIN_KNOWS_JAVA_ALONE(DomainRules::knowsJavaAlone),
    DOMAIN_ASKS_NO_CLOCK(DomainRules::asksNoClock),
    DOMAIN_IS_IMMUTABLE(DomainRules::isImmutable),
    DOMAIN_IS_CUT_BY_FEATURE(DomainRules::isCutByFeature),
    DOMAIN_FEATURES_FORM_NO_CYCLE(DomainRules::featuresFormNoCycle),

    APPLICATION_KNOWS_DOMAIN_AND_JAVA_ALONE(ApplicationRules::knowsDomainAndJavaAlone),
    APPLICATION_ASKS_NO_CLOCK(ApplicationRules::asksNoClock),
    APPLICATION_IS_CUT_BY_FEATURE(ApplicationRules::isCutByFeature),
    APPLICATION_FEATURES_FORM_NO_CYCLE(ApplicationRules::featuresFormNoCycle),
    INNER_MODULES_MAKE_NO_THREADS(ApplicationRules::makesNoThreads),
    INNER_CONSTANTS_DO_NOT_CHANGE(ApplicationRules::constantsDoNotChange),
    APPLICATION_STATE_IS_NAMED(ApplicationRules::stateIsWhereItIsNamed),
    PORTS_ARE_INTERFACES(ApplicationRules::portsAreInterfaces),
    PORTS_KNOW_NO_USE_CASES(ApplicationRules::portsKnowNoUseCases),
    USE_CASES_HAVE_ONE_METHOD(ApplicationRules::useCasesHaveOneMethod),
    USE_CASES_HAVE_A_SERVICE(ApplicationRules::useCasesHaveAService),
    COMMANDS_ARE_VALUES(ApplicationRules::commandsAreValues),
    SERVICES_ARE_FINAL(ApplicationRules::servicesAreFinal),
    SERVICES_SERVE_ONE_USE_CASE(ApplicationRules::servicesServeOneUseCase),
    SERVICES_HOLD_NO_STATE(ApplicationRules::servicesHoldNoState),
    USE_CASES_CALL_NO_OTHERS(ApplicationRules::useCasesCallNoOthers),

    ADAPTERS_KNOW_INWARD_ONLY(AdapterRules::knowInwardOnly),
    ADAPTERS_DO_NOT_KNOW_EACH_OTHER(AdapterRules::doNotKnowEachOther),
    ADAPTER_PACKAGES_FORM_NO_CYCLE(AdapterRules::packagesFormNoCycle),
    ADAPTERS_SEE_USE_CASES_BY_INTERFACE(AdapterRules::seeUseCasesByInterface),
    ONLY_REST_DRIVES(AdapterRules::onlyRestDrives),
    ADAPTERS_ASK_NO_CLOCK(AdapterRules::askNoClock),
    REST_SERVES_NO_PORTS(AdapterRules::restServesNoPorts),
    REST_ASKS_USE_CASES(AdapterRules::restAsksUseCases),
    PORTS_ARE_SERVED_BY_ADAPTERS(AdapterRules::portsAreServedByAdapters),
    JAX_RS_ONLY_IN_REST(AdapterRules::jaxRsOnlyInRest),
    CLIENTS_ARE_NO_RESOURCES(AdapterRules::clientsAreNoResources),
    DATABASE_ONLY_IN_PERSISTENCE(AdapterRules::databaseOnlyInPersistence),
    ENTITIES_ARE_PACKAGE_PRIVATE(AdapterRules::entitiesArePackagePrivate),
    RESOURCES_CATCH_NOTHING(AdapterRules::resourcesCatchNothing),

    NAMES_SAY_SOMETHING(CodeRules::namesSaySomething),
    PACKAGES_ARE_NULL_MARKED(CodeRules::packagesAreNullMarked),
    NOTHING_IS_PRINTED(CodeRules::nothingIsPrinted),
    SYSTEM_LOGGER_IS_THE_LOGGER(CodeRules::systemLoggerIsTheLogger),
    LOGGERS_ARE_CONSTANTS(CodeRules::loggersAreConstants),
    EXCEPTIONS_ARE_SPECIFIC(CodeRules::exceptionsAreSpecific);

    private final Function<Layout, ArchRule> forLayout;

    HouseRule(Function<Layout, ArchRule> forLayout) {
        this.forLayout = forLayout;
    }

    /** The rule for these packages; it fails, too, when there is nothing that it could be applied to. */
    ArchRule in(Layout layout) {
        return forLayout.apply(layout).allowEmptyShould(false);
    }
}
