package com.ones1ght.domain.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.domain.dietary.DeclaredRestrictions;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.StoreId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PreludeTest {
    private static final ProfileFacts NOTHING = facts(null, null, null, null, null, null);

    @Test
    void japanesePreludeShouldBeTheOneOfTheContract() {
        ProfileFacts hanako =
                facts("佐藤花子", "F", 32L, Language.JA, "共働きの二児の親", "{\"extra\":\"辛いもの好き\",\"preference\":\"curry\"}");

        assertThat(Prelude.before("今夜のおかず何がいい?", hanako, Language.JA)).isEqualTo("""
                        プロフィール: 名前 佐藤花子、性別 F、年齢 32、言語 ja
                        ペルソナ: 共働きの二児の親
                        補足: {"extra":"辛いもの好き","preference":"curry"}

                        今夜のおかず何がいい?""");
    }

    @Test
    void koreanPreludeShouldBeTheOneOfTheContract() {
        ProfileFacts minji = facts("김민지", "F", 32L, Language.KO, "맞벌이 부모", "{\"extra\":\"매운맛\"}");

        assertThat(Prelude.before("오늘 저녁 뭐 먹지?", minji, Language.KO)).isEqualTo("""
                        프로필: 이름 김민지, 성별 F, 나이 32, 언어 ko
                        페르소나: 맞벌이 부모
                        추가 정보: {"extra":"매운맛"}

                        오늘 저녁 뭐 먹지?""");
    }

    @Test
    void englishPreludeShouldBeTheOneOfTheContract() {
        ProfileFacts john = facts("John Doe", "M", 41L, Language.EN, "cooks on weekends", "{\"allergies\":[\"nuts\"]}");

        assertThat(Prelude.before("What's for dinner?", john, Language.EN)).isEqualTo("""
                        Profile: name John Doe, gender M, age 41, locale en
                        Persona: cooks on weekends
                        Additional: {"allergies":["nuts"]}

                        What's for dinner?""");
    }

    @Test
    void headingsShouldBeInTheResponseLanguageAndTheLocaleStaysTheProfiles() {
        ProfileFacts facts = facts("John", null, null, Language.EN, null, null);

        assertThat(Prelude.before("?", facts, Language.KO)).isEqualTo("프로필: 이름 John, 언어 en\n\n?");
    }

    @Test
    void promptShouldStandAloneWithoutAnyValue() {
        assertThat(Prelude.before("What's for dinner?", NOTHING, Language.EN)).isEqualTo("What's for dinner?");
    }

    @Test
    void linesWithoutAValueShouldBeLeftOut() {
        assertThat(Prelude.before("?", facts(null, null, null, null, "hurried", null), Language.EN))
                .isEqualTo("Persona: hurried\n\n?");
        assertThat(Prelude.before("?", facts(null, null, null, null, null, "{\"a\":1}"), Language.EN))
                .isEqualTo("Additional: {\"a\":1}\n\n?");
        assertThat(Prelude.before("?", facts(null, null, 32L, null, null, null), Language.JA))
                .isEqualTo("プロフィール: 年齢 32\n\n?");
    }

    @Test
    void blankValuesShouldCountAsNone() {
        assertThat(Prelude.before("?", facts(" ", "", null, null, "\n", null), Language.EN))
                .isEqualTo("?");
    }

    @Test
    void eachHeadingShouldHaveExactlyOneLine() {
        ProfileFacts facts = facts("John\nDoe", null, null, null, "first\r\nsecond", null);

        assertThat(Prelude.before("?", facts, Language.EN))
                .isEqualTo("Profile: name John Doe\nPersona: first second\n\n?");
    }

    @Test
    void storeShouldBeOmitted() {
        ProfileFacts facts = new ProfileFacts(
                "John", null, null, null, null, new StoreId("gangnam"), null, DeclaredRestrictions.NONE);

        assertThat(Prelude.before("?", facts, Language.EN)).doesNotContain("gangnam");
    }

    @Test
    void whatMustNotBeContainedShouldBeTheLastLineInTheResponseLanguage() {
        DeclaredRestrictions declared = DeclaredRestrictions.of(
                Map.of("allergies", List.of("tree nuts", "egg", "mango"), "diet", "halal", "dislikes", "cucumber"));
        ProfileFacts facts = new ProfileFacts("John", null, null, null, null, null, "{\"a\":1}", declared);

        assertThat(Prelude.before("?", facts, Language.EN)).isEqualTo("""
                        Profile: name John
                        Additional: {"a":1}
                        Must not contain: egg, tree nut, anything not halal

                        ?""");
        assertThat(Prelude.before("?", facts, Language.KO)).contains("\n넣지 말 것: 계란, 나무 견과류, 할랄 아닌 것\n");
        assertThat(Prelude.before("?", facts, Language.JA)).contains("\n使わないもの: 卵、木の実、ハラール以外のもの\n");
    }

    @Test
    void dislikesAndUnknownWordsAloneShouldAddNoLine() {
        DeclaredRestrictions declared = DeclaredRestrictions.of(Map.of("allergies", "mango", "dislikes", "cucumber"));

        assertThat(Prelude.before(
                        "?", new ProfileFacts(null, null, null, null, null, null, null, declared), Language.EN))
                .isEqualTo("?");
    }

    @Test
    void lineBreaksOfThePromptShouldStay() {
        assertThat(Prelude.before("a\nb", facts("John", null, null, null, null, null), Language.EN))
                .isEqualTo("Profile: name John\n\na\nb");
    }

    private static ProfileFacts facts(
            @Nullable String name,
            @Nullable String gender,
            @Nullable Long age,
            @Nullable Language locale,
            @Nullable String persona,
            @Nullable String additional) {
        return new ProfileFacts(name, gender, age, locale, persona, null, additional, DeclaredRestrictions.NONE);
    }
}
