package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.cookbook.Amount;
import com.ones1ght.adapters.llm.cookbook.Measure;
import com.ones1ght.adapters.llm.shared.ResourceText;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How much of a food a text speaks of, beside its name: "500g of mince", "두부 한 모", "卵3個". */
final class StatedAmounts {

    private static final StatedAmounts BUNDLED = new StatedAmounts();

    /** Characters looked at on either side of a food. */
    private static final int MAX_DISTANCE = 24;

    private final Map<String, Amount> units = new LinkedHashMap<>();
    private final Map<String, BigDecimal> numbers = new LinkedHashMap<>();
    private final Pattern before;
    private final Pattern behind;

    private StatedAmounts() {
        for (String line : ResourceText.lines(StatedAmounts.class, "amounts.txt")) {
            List<String> columns = ResourceText.columns(line, 3);
            BigDecimal each = new BigDecimal(columns.get(1));
            for (String word : ResourceText.items(columns.get(2))) {
                if (columns.get(0).equals("number")) {
                    numbers.put(word, each);
                } else {
                    units.put(word, new Amount(each, Measure.of(columns.get(0))));
                }
            }
        }
        String number = "(\\d{1,5}(?:\\.\\d{1,2})?|" + alternatives(numbers) + ")";
        String unit = "(" + alternatives(units) + ")";
        before = Pattern.compile("(?<![a-z\\d.가-힣])" + number + "(?:[ -]?" + unit + ")?(?: of| の|の)?(?: [a-z]+)? ?$");
        behind = Pattern.compile("^(?:[이가은는을를도がをはも]|の残り)? ?(?:\\()?" + number + " ?" + unit + "(?![a-z])");
    }

    static StatedAmounts bundled() {
        return BUNDLED;
    }

    private static String alternatives(Map<String, ?> words) {
        return words.keySet().stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }

    /** How much of what the mention names there is said to be. */
    Optional<Amount> of(AnalyzedText text, Mention mention) {
        int start = text.tokens().get(mention.first()).start();
        int end = text.tokens().get(mention.last()).end();
        String following = text.text().substring(end, Math.min(text.text().length(), end + MAX_DISTANCE));
        String preceding = text.text().substring(Math.max(0, start - MAX_DISTANCE), start);
        return amount(behind.matcher(following)).or(() -> amount(before.matcher(preceding)));
    }

    private Optional<Amount> amount(Matcher matcher) {
        if (!matcher.find()) {
            return Optional.empty();
        }
        String number = matcher.group(1);
        BigDecimal count = numbers.containsKey(number) ? numbers.get(number) : new BigDecimal(number);
        Amount unit =
                matcher.group(2) == null ? new Amount(BigDecimal.ONE, Measure.PIECE) : units.get(matcher.group(2));
        return count.signum() <= 0
                ? Optional.empty()
                : Optional.of(new Amount(count.multiply(unit.quantity()), unit.measure()));
    }
}
