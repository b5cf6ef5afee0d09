package com.ones1ght.bootstrap.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.regex.Pattern;

/** No string in the source file of a class has a word in snake case. A missing file is a violation. */
final class HoldNoSnakeCase extends ArchCondition<JavaClass> {

    private static final Pattern COMMENT = Pattern.compile("^\\s*(/?\\*|//)");
    private static final Pattern SNAKE_CASE_IN_STRING = Pattern.compile("\"[^\"]*[a-z0-9]_[a-z0-9][^\"]*\"");

    HoldNoSnakeCase() {
        super("hold no string in snake case");
    }

    @Override
    public void check(JavaClass checked, ConditionEvents events) {
        List<String> lines = SourceFiles.linesOf(checked);
        if (lines.isEmpty()) {
            events.add(SimpleConditionEvent.violated(checked, checked.getName() + " has no source file"));
        }
        for (String line : lines) {
            boolean holdsNone = COMMENT.matcher(line).lookingAt()
                    || !SNAKE_CASE_IN_STRING.matcher(line).find();
            events.add(new SimpleConditionEvent(checked, holdsNone, checked.getName() + " says " + line.strip()));
        }
    }
}
