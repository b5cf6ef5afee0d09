package com.ones1ght.bootstrap.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** The source file of a class has at most the given number of lines. A missing file is a violation. */
final class BeInAShortFile extends ArchCondition<JavaClass> {

    private final int maxLines;

    BeInAShortFile(int maxLines) {
        super("be in a file of at most " + maxLines + " lines");
        this.maxLines = maxLines;
    }

    @Override
    public void check(JavaClass checked, ConditionEvents events) {
        int lines = SourceFiles.linesOf(checked).size();
        events.add(new SimpleConditionEvent(
                checked,
                lines > 0 && lines <= maxLines,
                checked.getName() + (lines == 0 ? " has no source file" : " is in a file of " + lines + " lines")));
    }
}
