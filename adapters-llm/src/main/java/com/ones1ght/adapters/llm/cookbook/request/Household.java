package com.ones1ght.adapters.llm.cookbook.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.ones1ght.adapters.llm.cookbook.language.TextNormalizer;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many people a profile says to live together: a number, one by each kind of people, or a list of the others. A text
 * of several numbers adds them up, less those that are ages; where the first is the sum of the others, it is the whole.
 */
final class Household {

    private static final Pattern NUMBER = Pattern.compile(
            "(?<!\\d)\\d{1,2}(?!\\d|\\.\\d| ?(?:살|세(?!대)|개월|歳|才|[ヶか]月|years?|yrs?|yo\\b|months?|-year))");

    /** A text of so many people and nothing else. */
    private static final Pattern PEOPLE =
            Pattern.compile(" ?(\\d{1,2}) ?(?:명|인|식구|인 ?가족|인 ?가구|人|名|人家族|people|persons?|members?|of us)? ?");

    /** Keys of the whole of a household, and of what is no part of it. */
    private static final Pattern WHOLE = Pattern.compile("size|count|total|number|인원|명수|합계|人数|合計");

    private static final Pattern NO_PEOPLE =
            Pattern.compile("\\bage|income|나이|연령|소득|年齢|収入|pet|dog|cat\\b|반려|강아지|고양이|ペット|犬|猫");

    private static final Pattern SELF = Pattern.compile("me|self|myself|나|저|본인|私|自分|本人");

    private Household() {}

    static OptionalInt size(JsonNode node) {
        int people = node.isArray() ? members(node) : node.isObject() ? parts(node) : number(node);
        return people > 0 ? OptionalInt.of(people) : OptionalInt.empty();
    }

    /** With the shopper, who need not be among them. */
    private static int members(JsonNode node) {
        for (JsonNode member : node) {
            if (SELF.matcher(TextNormalizer.normalize(member.asText())).matches()) {
                return node.size();
            }
        }
        return node.isEmpty() ? 0 : node.size() + 1;
    }

    private static int parts(JsonNode node) {
        int whole = 0;
        int sum = 0;
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String key = TextNormalizer.normalize(field.getKey());
            if (!NO_PEOPLE.matcher(key).find()) {
                int people = field.getValue().isArray() ? field.getValue().size() : number(field.getValue());
                whole = WHOLE.matcher(key).find() ? Math.max(whole, people) : whole;
                sum += people;
            }
        }
        return whole > 0 ? whole : sum;
    }

    private static int number(JsonNode node) {
        if (node.isIntegralNumber() && node.canConvertToInt()) {
            return node.intValue();
        }
        String text = TextNormalizer.normalize(node.isTextual() ? node.textValue() : "");
        Matcher people = PEOPLE.matcher(text);
        if (people.matches()) {
            return Integer.parseInt(people.group(1));
        }
        List<Integer> numbers = NUMBER.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(Integer::valueOf)
                .toList();
        if (numbers.size() < 2) {
            return 0;
        }
        int sum = numbers.stream().mapToInt(Integer::intValue).sum();
        return sum == 2 * numbers.get(0) ? numbers.get(0) : sum;
    }
}
