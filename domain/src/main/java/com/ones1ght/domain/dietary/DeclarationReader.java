package com.ones1ght.domain.dietary;

import com.ones1ght.domain.dietary.DietaryVocabulary.Kind;
import com.ones1ght.domain.dietary.DietaryVocabulary.Scan;
import com.ones1ght.domain.dietary.Restriction.Dislike;
import com.ones1ght.domain.shared.VisibleText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads what people write about their restrictions. What is not understood, even if only in part, is kept as it was
 * written, so that no allergy gets lost.
 */
final class DeclarationReader {

    private static final Pattern SEPARATOR = Pattern.compile(
            "[,，、;；/／|｜\\n\\r\\t·・･•&＆+＋()（）\\[\\]：。]|(?<!allergen|diet|dislike|en):|\\.(?:\\s|$)"
                    + "|\\s(?:and|or|plus|및|와|과|그리고|또는|하고)\\s",
            Pattern.CASE_INSENSITIVE);

    /** Prefixes of codes, and of tags of Open Food Facts. */
    private static final Pattern PREFIX = Pattern.compile("(?:allergen|diet|dislike|en):(?=\\S)");

    private static final Pattern PUNCTUATION = Pattern.compile("[\\p{P}&&[^/']]");

    /** Statements that there is nothing to declare. Everything else that is not understood is kept. */
    private static final Pattern NOTHING = Pattern.compile(
            "|none(?: known)?|no|nope|nothing|nil|n/?a|not applicable|nka|nkda|omnivore|normal|regular|false|null"
                    + "|(?:i have |i've |there are |have )?(?:no|not any|none|zero|without)(?: (?:known|food|drug|dietary"
                    + "|particular|special|specific|any|or|and|other))*"
                    + "(?: (?:allerg(?:y|ies)|intolerances?|restrictions?|dietary|diets?|preferences?|requirements?"
                    + "|dislikes?|or|and|food))+(?: known)?"
                    + "|not allergic(?: to (?:anything|any food|any foods))?"
                    + "|(?:특별한 |특별히 |특이 |따로 |현재 |음식 |식품 |식이 |식단 |알려진 )*"
                    + "(?:알레르기|알러지|제한|제한사항|식이제한|식단제한|기피 음식|싫어하는 음식|못 먹는 음식|것|사항)?(?:은|는|이|가|도)? ?"
                    + "(?:특별히 |전혀 |따로 |아무것도 )*(?:없음|없어요|없습니다|없다|없음요|없네요|해당 ?없음|해당 ?사항 ?없음|무관|상관없음|상관 없음|아니오|아니요)"
                    + "|(?:特に|特別な|とくに|現在|食物|食品|食事|食べ物の|既知の)*(?:アレルギー|制限|食事制限|嫌いなもの|苦手なもの)?(?:は|も|が)? ?(?:特に|とくに)?"
                    + "(?:なし|無し|無|ない|無い|ありません|ないです|無いです|ございません|該当なし|特になし)(?:です)?");

    private final DietaryVocabulary vocabulary = DietaryVocabulary.INSTANCE;
    private final Set<Restriction> restrictions = new TreeSet<>();
    private final Set<String> unknown = new LinkedHashSet<>();

    /** What has been read so far. */
    DeclaredRestrictions result() {
        return new DeclaredRestrictions(List.copyOf(restrictions), List.copyOf(unknown));
    }

    void add(Restriction restriction) {
        restrictions.add(restriction);
    }

    /** Reads an entry, or several of them in one text, of a field of allergies or diets. */
    void read(String text) {
        List<String> entries = entries(text);
        for (String entry : entries) {
            Scan scan = scan(entry);
            restrictions.addAll(scan.restrictions());
            boolean isComment = entries.size() > 1 && scan.isRemark();
            if (!scan.isComplete() || scan.restrictions().isEmpty() && !isComment) {
                unknown.add(entry);
            }
        }
    }

    /** Reads what is only a remark on an entry: whatever it names besides counts. */
    void readDetail(String text) {
        entries(text).stream().filter(entry -> !scan(entry).isRemark()).forEach(this::read);
    }

    /** Reads dislikes: only what is entirely the name of an allergen or a diet counts as one. */
    void readDislikes(String text) {
        for (String entry : entries(text)) {
            Scan scan = scan(entry);
            List<Restriction> named = scan.isComplete() ? scan.restrictions() : List.of();
            restrictions.addAll(named.isEmpty() ? List.of(new Dislike(withoutPrefix(entry))) : named);
        }
    }

    private static boolean isNothing(String text) {
        return NOTHING.matcher(punctuationRemoved(DietaryVocabulary.normalized(text)))
                .matches();
    }

    private static String punctuationRemoved(String text) {
        return PUNCTUATION.matcher(text).replaceAll("").strip();
    }

    private Scan scan(String entry) {
        return vocabulary
                .ofGs1Code(entry)
                .map(restriction ->
                        new Scan(List.of(new DietaryVocabulary.Term(entry, Kind.WORD, List.of(restriction))), true))
                .orElseGet(() -> vocabulary.scan(withoutPrefix(entry)));
    }

    private static String withoutPrefix(String entry) {
        return PREFIX.matcher(entry).lookingAt() ? entry.substring(entry.indexOf(':') + 1) : entry;
    }

    private List<String> entries(String text) {
        if (isNothing(text)) {
            return List.of();
        }
        return SEPARATOR
                .splitAsStream(text)
                .map(VisibleText::trim)
                .filter(entry -> !VisibleText.isBlank(entry) && !isNothing(entry))
                .toList();
    }
}
