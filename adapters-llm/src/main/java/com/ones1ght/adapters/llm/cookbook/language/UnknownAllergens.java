package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.cookbook.language.Token.Role;
import com.ones1ght.adapters.llm.cookbook.language.Token.Script;
import com.ones1ght.domain.dietary.DeclaredRestrictions;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a text says that somebody is allergic to, and nothing here knows: it has to be said, not passed over. */
final class UnknownAllergens {

    private static final Pattern ALLERGIC_TO =
            Pattern.compile("\\b(?:allergic|allergy|intolerant|intolerance|reacts?|reaction|reacted) to ([^.;:!?()]+)");
    private static final Pattern REST_OF_SENTENCE = Pattern.compile(
            "\\b(?:but|so|what|can|could|please|need|want|suggest|make|give|for|who|which|and (?:i|my|we|would|am|need|want))\\b.*");
    private static final Pattern ALLERGY_OF = Pattern.compile("([a-z]{3,}) (?:allergy|allergies|intolerance)\\b");
    private static final Pattern ARTICLE = Pattern.compile("^(?:an?|the|any|all|most|some|certain|both|raw|cooked) ");
    private static final int MAX_WORDS = 3;

    /** Words before an allergy that do not say what to, and those whose allergy it is. */
    private static final Set<String> NO_ALLERGENS = Set.of(
            ("any anything nothing something the his her its our their your and with has have had for food severe serious mild bad nasty other skin"
                            + " seasonal known some this that own kid kids son daughter wife husband friend guest guests"
                            + " 음식 식품 특정 무슨 중증 심각 아내 남편 엄마 아빠 친구 손님 동생 언니 오빠 누나 형 저 나 제 내 우리 애"
                            + " 것 거 계 환자 반응 食物 食品 重度 軽度 特定 何 妻 夫 母 父 友達 友人 私 僕 俺 彼 彼女 家族 客 ゲスト 姉 兄 弟 妹"
                            + " 祖母 祖父 主人 旦那 嫁 同僚 人 強い ひどい 者 持ち 方")
                    .split(" "));

    private static final Set<String> LINKS = Set.of("에", "에는", "の", "に", "には");

    private final AnalyzedText text;
    private final LanguageAnalyzer analyzer;
    private final Set<String> unknown = new LinkedHashSet<>();

    private UnknownAllergens(AnalyzedText text, LanguageAnalyzer analyzer) {
        this.text = text;
        this.analyzer = analyzer;
    }

    static Set<String> of(AnalyzedText text, LanguageAnalyzer analyzer) {
        UnknownAllergens allergens = new UnknownAllergens(text, analyzer);
        for (Mention mention : text.mentions()) {
            if (mention.isOf(Concept.Kind.ALLERGY) && AllergyStatements.isStated(mention, text.tokens())) {
                allergens.readBefore(mention);
            }
        }
        if (text.mentions().stream().anyMatch(mention -> mention.isOf(Concept.Kind.ALLERGY))) {
            allergens.readEnglish();
        }
        return allergens.unknown;
    }

    private void readEnglish() {
        Matcher matcher = ALLERGIC_TO.matcher(text.text());
        while (matcher.find()) {
            String list = REST_OF_SENTENCE.matcher(matcher.group(1)).replaceFirst("");
            String[] items = list.split(",| and | or |&|/");
            boolean isList = list.contains(" and ") || list.contains(" or ");
            for (int i = 0; i < (isList ? items.length : 1); i++) {
                add(ARTICLE.matcher(items[i].strip()).replaceFirst(""));
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
        if (at > 0 && LINKS.contains(tokens.get(at).term())) {
            at--;
        }
        if (at < 0 || tokens.get(at).isLatin() || tokens.get(at).role() != Role.WORD) {
            return;
        }
        int first = at;
        while (first > 0 && isPartOfWord(tokens.get(first - 1), tokens.get(first))) {
            first--;
        }
        int last = at;
        boolean isKnown = text.mentions().stream().anyMatch(mention -> mention.last() == last);
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
        boolean isName = !item.isBlank() && item.split(" ").length <= MAX_WORDS && !NO_ALLERGENS.contains(item);
        if (isName && analyzer.analyze(item).mentions().isEmpty() && !isDeclarable(item)) {
            unknown.add(item);
        }
    }

    /** Whether the gateway knows what is meant, even if no food of the cookbook is called so. */
    private static boolean isDeclarable(String item) {
        return !DeclaredRestrictions.of(Map.of("allergies", item))
                .restrictions()
                .isEmpty();
    }
}
