package com.ones1ght.domain.shared;

/** One property of a request breaks a rule. */
public final class InvalidRequestException extends DomainException {

    private final String property;
    private final String rule;

    /**
     * @param property its name in the code, in camel case; adapters translate it for their clients
     * @param rule what follows the name in a sentence, for example {@code must not be blank}
     */
    public InvalidRequestException(String property, String rule) {
        super(ErrorCode.INVALID_REQUEST, property + " " + rule);
        this.property = Require.notBlank(property, "property");
        this.rule = Require.notBlank(rule, "rule");
    }

    /** The name of the property at fault, in camel case. */
    public String property() {
        return property;
    }

    /** The rule that it breaks, without its name. */
    public String rule() {
        return rule;
    }
}
