package com.ones1ght.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a rule.
 *
 * @param group where the rule applies, such as "Domain"
 * @param rule the rule, as a sentence without a full stop
 * @param reason why it is a rule, to be read after "because"
 * @param remedy what to do about a violation; empty where obvious
 * @param exemption why the rule was not applied; null where it was
 * @param violations one sentence each, with the place in the code
 */
public record RuleResult(
        String group,
        String rule,
        String reason,
        String remedy,
        @Nullable String exemption,
        List<String> violations) {

    public RuleResult {
        violations = List.copyOf(violations);
    }

    /** Applies a rule. A rule that finds no class to check, unless it may be empty, is violated. */
    public static RuleResult of(
            String group, String rule, String reason, String remedy, ArchRule check, JavaClasses classes) {
        return new RuleResult(group, rule, reason, remedy, null, violations(check, classes));
    }

    private static List<String> violations(ArchRule check, JavaClasses classes) {
        try {
            return check.evaluate(classes).getFailureReport().getDetails();
        } catch (AssertionError nothingToCheck) {
            return List.of(String.valueOf(nothingToCheck.getMessage()));
        }
    }

    public RuleResult withViolations(List<String> found) {
        return new RuleResult(group, rule, reason, remedy, exemption, found);
    }

    public boolean isExempt() {
        return exemption != null;
    }

    public boolean isViolated() {
        return !violations.isEmpty();
    }

    /** "holds", "VIOLATED" or "exempt". */
    public String verdict() {
        return isExempt() ? "exempt" : isViolated() ? "VIOLATED" : "holds";
    }

    /** Several lines: the rule, its reason, the remedy and each violation. */
    public String describe() {
        StringBuilder text = new StringBuilder(rule).append("\n  because ").append(reason);
        if (isExempt()) {
            text.append("\n  exempt: ").append(exemption);
        }
        if (isViolated() && !remedy.isEmpty()) {
            text.append("\n  What to do: ").append(remedy);
        }
        violations.forEach(
                violation -> text.append("\n  - ").append(violation.strip().replaceAll("\\R\\s*", "\n    ")));
        return text.toString();
    }
}
