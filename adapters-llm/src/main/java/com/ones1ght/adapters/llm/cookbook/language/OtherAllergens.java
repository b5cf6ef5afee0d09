package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.cookbook.Exclusions;
import com.ones1ght.adapters.llm.cookbook.language.Token.Role;
import com.ones1ght.adapters.llm.cookbook.language.Token.Script;
import com.ones1ght.domain.dietary.Allergen;
import com.ones1ght.domain.dietary.DeclaredRestrictions;
import com.ones1ght.domain.dietary.Restriction.AvoidedAllergen;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a text says that somebody is allergic to, and that names no food of the cookbook: where the gateway knows the
 * allergen it is avoided, elsewhere it has to be said.
 */
final class OtherAllergens {

    private static final Pattern ALLERGIC_TO =
            Pattern.compile("\\b(?:(?:allergic|allergy|intolerant|intolerance|reacts?|reaction|reacted) to |"
                    + "(?:allergies|allergy|allergens?) ?: ?)([^.;:!?()]+)");
    private static final Pattern REST_OF_SENTENCE = Pattern.compile(
            "\\b(?:but|so|what|can|could|please|need|want|suggest|make|give|for|who|which|and (?:i|my|we|would|am|need|want))\\b.*");
    private static final Pattern ALLERGY_OF = Pattern.compile("([a-z]{3,}) (?:allergy|allergies|intolerance)\\b");
    private static final Pattern ARTICLE = Pattern.compile("^(?:an?|the|any|all|most|some|certain|both|raw|cooked) ");
    private static final Pattern LIST = Pattern.compile(",| and | or |&|/");
    private static final int MAX_WORDS = 3;

    /** Words before an allergy that do not say what to, and those whose allergy it is. */
    private static final Set<String> NO_ALLERGENS = Set.of(
            ("any anything nothing something the his her its our their your and with has have had for food severe serious mild bad nasty other skin"
                            + " seasonal known some this that own kid kids son daughter wife husband friend guest guests"
                            + " 음식 식품 특정 무슨 중증 심각 아내 남편 엄마 아빠 친구 손님 동생 언니 오빠 누나 형 저 나 제 내 우리 애"
                            + " 것 거 계 환자 반응 食物 食品 重度 軽度 特定 何 妻 夫 母 父 友達 友人 私 僕 俺 彼 彼女 家族 客 ゲスト 姉 兄 弟 妹"
                            + " 祖母 祖父 主人 旦那 嫁 同僚 人 強い ひどい 者 持ち 方")
                    .split(" "));

    private final AnalyzedText text;
    private final LanguageAnalyzer analyzer;
    private final Set<String> unknown = new LinkedHashSet<>();
    private final Set<Allergen> declared = new LinkedHashSet<>();
    private final Set<String> read = new LinkedHashSet<>();

    private OtherAllergens(AnalyzedText text, LanguageAnalyzer analyzer) {
        this.text = text;
        this.analyzer = analyzer;
    }

    static OtherAllergens of(AnalyzedText text, LanguageAnalyzer analyzer) {
        OtherAllergens allergens = new OtherAllergens(text, analyzer);
        for (Mention mention : text.mentions()) {
            if (mention.isOf(Concept.Kind.ALLERGY) && AllergyStatements.isStated(mention, text.tokens())) {
                allergens.readBefore(mention);
            }
        }
        if (text.mentions().stream().anyMatch(mention -> mention.isOf(Concept.Kind.ALLERGY))) {
            allergens.readEnglish();
        }
        text.phrases().all(Intent.AVOIDED).forEach(avoided -> Stream.of(LIST.split(avoided.group(1)))
                .map(item -> ARTICLE.matcher(item.strip()).replaceFirst(""))
                .forEach(allergens::addDeclared));
        return allergens;
    }

    /** The words that nothing here knows. */
    Set<String> words() {
        return unknown;
    }

    /** All of the words, known to the gateway or not. */
    Set<String> allWords() {
        return Exclusions.union(unknown, read);
    }

    /** What the gateway knows by words that the cookbook lacks: lobster is a crustacean. */
    Set<Allergen> declared() {
        return declared;
    }

    private void readEnglish() {
        Matcher matcher = ALLERGIC_TO.matcher(text.text());
        while (matcher.find()) {
            String list = REST_OF_SENTENCE.matcher(matcher.group(1)).replaceFirst("");
            String[] items = LIST.split(list);
            boolean isList = list.contains(" and ") || list.contains(" or ");
            for (int i = 0; i < items.length; i++) {
                String item = ARTICLE.matcher(items[i].strip()).replaceFirst("");
                if (isList || i == 0) {
                    add(item);
                } else {
                    addDeclared(item);
                }
            }
        }
        matcher = ALLERGY_OF.matcher(text.text());
        while (matcher.find()) {
            add(matcher.group(1));
        }
    }

    /** "비파 알레르기", "ビワにアレルギー": the word right before, unless it is whose allergy it is. */
    private void readBefore(Mention allergy) {
        List<Token> tokens = text.tokens();
        int at = allergy.first() - 1;
        if (at > 0 && AllergySentences.LINKS.contains(tokens.get(at).term())) {
            at--;
        }
        if (at < 0 || tokens.get(allergy.first()).isLatin() || tokens.get(at).role() != Role.WORD) {
            return;
        }
        int first = at;
        while (first > 0 && isPartOfWord(tokens.get(first - 1), tokens.get(first))) {
            first--;
        }
        int last = at;
        boolean isKnown =
                text.mentions().stream().anyMatch(mention -> mention.last() == last && mention.isOf(Concept.Kind.FOOD));
        if (!isKnown && !tokens.get(at).term().endsWith("다")) {
            add(text.text().substring(tokens.get(first).start(), tokens.get(at).end()));
        }
    }

    private static boolean isPartOfWord(Token one, Token next) {
        return one.role() == Role.WORD
                && one.script() == next.script()
                && one.script() != Script.LATIN
                && one.end() == next.start();
    }

    private void add(String item) {
        List<Mention> mentions = analyzer.analyze(item).mentions();
        if (isName(item) && mentions.stream().noneMatch(mention -> mention.isOf(Concept.Kind.FOOD))) {
            boolean isKnown = declare(item) || mentions.stream().anyMatch(OtherAllergens::isOfPeople);
            if (!isKnown) {
                unknown.add(item);
            }
        }
    }

    /** Adds what nothing but the gateway knows, and leaves it alone otherwise: it need not be the name of a food. */
    private void addDeclared(String item) {
        boolean isMentioned = IntStream.range(0, text.mentions().size())
                .anyMatch(i -> item.contains(text.said(i)) || text.said(i).contains(item));
        if (isName(item) && !isMentioned) {
            declare(item);
        }
    }

    private static boolean isName(String item) {
        return !item.isBlank() && item.split(" ").length <= MAX_WORDS && !NO_ALLERGENS.contains(item);
    }

    /** Whether the gateway knows all of it. */
    private boolean declare(String item) {
        DeclaredRestrictions restrictions = DeclaredRestrictions.of(Map.of("allergies", item));
        restrictions.restrictions().stream()
                .filter(AvoidedAllergen.class::isInstance)
                .map(restriction -> ((AvoidedAllergen) restriction).allergen())
                .forEach(declared::add);
        if (!restrictions.restrictions().isEmpty()) {
            read.add(item);
        }
        return !restrictions.restrictions().isEmpty() && restrictions.unknown().isEmpty();
    }

    /** "Kids with allergies": who eats, or how. */
    private static boolean isOfPeople(Mention mention) {
        return mention.isOf(Concept.Kind.ALLERGY) || mention.isOf(Concept.Kind.TAG) && !mention.isOfKind();
    }
}
