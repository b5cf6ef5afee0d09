package com.ones1ght.adapters.persistence.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQL as JDBC takes it, with the named parameters that its question marks stand for.
 *
 * @param parameters in the order of the question marks; a name that occurs twice is there twice
 */
record SqlText(String jdbc, List<SqlParameter> parameters) {

    /** A literal or a cast, whose colons begin no name, or a parameter. */
    private static final Pattern TOKEN = Pattern.compile("'[^']*'|::|:([a-zA-Z][\\w.]*\\w|[a-zA-Z])");

    static SqlText of(String text) {
        List<SqlParameter> parameters = new ArrayList<>();
        String jdbc = TOKEN.matcher(text).replaceAll(token -> {
            if (token.group(1) == null) {
                return Matcher.quoteReplacement(token.group());
            }
            parameters.add(SqlParameter.of(token.group(1)));
            return "?";
        });
        return new SqlText(jdbc, List.copyOf(parameters));
    }
}
