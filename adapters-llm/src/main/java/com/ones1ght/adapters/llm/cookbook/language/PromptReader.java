package com.ones1ght.adapters.llm.cookbook.language;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.language.Cues.Effect;
import com.ones1ght.adapters.llm.cookbook.language.MealPreferences.Move;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the preferences that a text expresses: the dishes, foods and tags that it asks for or rules out. */
public final class PromptReader {

    private static final Pattern ANOTHER =
            Pattern.compile("\\b(?:something|anything|someth) (?:else|different)|\\banother\\b|\\bother"
                    + " (?:idea|suggestion|option|dish|recipe)|\\b(?:different|new)"
                    + " (?:one|dish|idea|recipe|meal)|\\bchange it$|what else|다른 ?(?:거|것|걸|메뉴|음식|요리|추천|건)|딴 ?(?:거|것|걸)|^바꿔"
                    + " ?(?:줘|주세요)$|(?:他|ほか|別|違う|ちがう)の?(?:もの|料理|メニュー|おすすめ|やつ|にして|ある|が(?:いい|良い)|候補|献立)|以外のおすすめ");
    private static final Pattern FIRST =
            Pattern.compile("\\b(?:first|original) (?:one|dish|recipe|idea|suggestion|meal)\\b|\\bback to the"
                    + " (?:first|original|beginning)|처음 ?(?:거|것|걸|꺼|메뉴|요리|음식|추천)|맨 ?처음|원래"
                    + " ?(?:대로|거|것|걸|메뉴)|(?:最初|はじめ|初め)の|元(?:に戻|の(?:に|料理|メニュー|もの|やつ))");
    private static final Pattern PREVIOUS =
            Pattern.compile("\\b(?:previous|last|earlier) (?:one|dish|recipe|idea|suggestion|meal)\\b|\\bgo"
                    + " back\\b|\\bundo\\b|(?:아까|방금|이전|직전) ?(?:그 ?)?(?:거|것|걸|꺼|메뉴|요리)"
                    + "|되돌려|(?:さっき|前|先ほど)の(?:に|もの|やつ|料理|メニュー|が|で)|一つ前");
    private static final Pattern MEAL =
            Pattern.compile("\\b(?:dinner|lunch|supper|eat|cook|meal|recipe|what|suggest|recommend|hungry|food)"
                    + "|저녁|점심|먹|메뉴|뭐|요리|추천|반찬|식사|배고|晩|夕|昼|ご飯|ごはん|おかず|献立|食べ|何|メニュー|おすすめ|料理|レシピ|お腹|腹減");
    private static final Pattern ADDING = Pattern.compile(
            "\\b(?:add|plus|also|along with|as well|pair|pairing|glass of|bottle of)\\b|추가|더해|더 ?넣|곁들|어울리는|같이 ?마실|마실"
                    + "|追加|足し|加え|合う|飲み|プラス|도 ?(?:추천|하나|같이|부탁|골라|줘|알려)|も(?:ほし|欲し|お願い|おすすめ|教え|つけ|付け|選)|\\btoo\\b");

    private static final Pattern ONLY_VEGETABLES =
            Pattern.compile("\\b(?:only|just) (?:the )?(?:vegetable|veggie|veg\\b)|\\b(?:vegetables?|veggies?|veg)"
                    + " only\\b|(?:채소|야채)(?:로만|만)(?! ?(?:빼|제외|없|추가|더))"
                    + "|(?:野菜|やさい)(?:だけ|のみ|オンリー)(?!(?:は|を)? ?(?:抜|なし|無し|除|追加|足|増))");

    /** Characters of the texts kept: every step of a run reads the conversation and the profile again. */
    private static final int MAX_KEPT = 1_000_000;

    /** A run takes seconds. What shoppers wrote, about their health for example, must not outlive its erasure here. */
    private static final Duration MAX_AGE = Duration.ofMinutes(1);

    private final Cookbook cookbook;
    private final LanguageAnalyzer analyzer;
    private final Cache<String, MealPreferences> known = Caffeine.newBuilder()
            .maximumWeight(MAX_KEPT)
            .expireAfterWrite(MAX_AGE)
            .weigher((String text, MealPreferences ignored) -> text.length() + 1)
            .executor(Runnable::run)
            .build();

    public PromptReader(Cookbook cookbook, LanguageAnalyzer analyzer) {
        this.cookbook = cookbook;
        this.analyzer = analyzer;
    }

    /** The preferences of a profile; a text that speaks of an allergy expresses no liking for a food. */
    public MealPreferences readTaste(String text) {
        MealPreferences preferences = read(text);
        return speaksOfAllergy(text) ? preferences.withoutFoods() : preferences;
    }

    /** Whether a text states an allergy, whatever to. */
    public boolean speaksOfAllergy(String text) {
        return analyzer.analyze(text).mentions().stream().anyMatch(mention -> mention.isOf(Concept.Kind.ALLERGY));
    }

    /** The preferences that a prompt expresses; empty ones where it mentions nothing known. */
    public MealPreferences read(String prompt) {
        return known.get(prompt, this::readAnew);
    }

    private MealPreferences readAnew(String prompt) {
        AnalyzedText analyzed = analyzer.analyze(prompt);
        List<Mention> mentions = analyzed.mentions();
        List<@Nullable Effect> effects = NegationScope.of(analyzed);
        String text = analyzed.text();
        Findings findings = new Findings(
                cookbook,
                ADDING.matcher(text).find(),
                mentions.stream().anyMatch(mention -> mention.isOf(Concept.Kind.ALLERGY)));
        for (int i = 0; i < mentions.size(); i++) {
            findings.add(mentions.get(i), analyzed.said(i), effects.get(i));
        }
        if (ONLY_VEGETABLES.matcher(text).find()) {
            findings.addOnlyVegetables();
        }
        return findings.toPreferences(
                Limits.in(text), move(text), MEAL.matcher(text).find());
    }

    private static Move move(String text) {
        if (FIRST.matcher(text).find()) {
            return Move.BACK_TO_FIRST;
        }
        if (PREVIOUS.matcher(text).find()) {
            return Move.BACK_TO_PREVIOUS;
        }
        return ANOTHER.matcher(text).find() ? Move.ANOTHER : Move.NONE;
    }
}
