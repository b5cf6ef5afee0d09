package com.ones1ght.adapters.llm.cookbook.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers of a text, in figures and in words, as shoppers of three languages state them. */
class LimitsTest {

    /** Figures do not stand for them. */
    private static final List<String> KOREAN_COUNTS = List.of("둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉");

    /** Sentences with a number of people, by the words for two, three and so on that they take. */
    private static final Map<List<String>, List<String>> PEOPLE = Map.of(
            List.of("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
            List.of(
                    "dinner for %s",
                    "there are %s of us",
                    "we're a family of %s",
                    "table of %s, need a main",
                    "party of %s on saturday",
                    "household of %s",
                    "we'll be %s for dinner",
                    "enough for about %s people",
                    "a %s-person household, easy dinner",
                    "curry, %s servings",
                    "make it %s"),
            List.of("두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열", "열한", "열두"),
            List.of("%s 명이 먹을 저녁", "저희 %s 명이에요 뭐 먹죠", "%s 식구 저녁 메뉴", "모두 %s명입니다", "아니 %s 명으로 해줘"),
            KOREAN_COUNTS,
            List.of("우리 식구 %s", "%s이서 먹을 저녁", "식구가 %s이라", "우리 식구 %s, 저녁 뭐 먹지"),
            List.of("二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"),
            List.of("%s人分お願いします", "%s人前の鍋", "%s人家族の夕飯", "今夜は%s人です", "%s人用のレシピ", "人数は%s人、和食で", "%s人になりました"));

    @Test
    void everyNumberOfPeopleShouldBeReadInEverySentence() {
        List<String> missed = new ArrayList<>();
        PEOPLE.forEach((words, sentences) -> sentences.forEach(sentence -> {
            for (int i = 0; i < words.size(); i++) {
                String figures = words == KOREAN_COUNTS ? words.get(i) : String.valueOf(i + 2);
                for (String number : List.of(words.get(i), figures)) {
                    String text = sentence.formatted(number);
                    if (limitsOf(text).servings(1) != i + 2) {
                        missed.add(text);
                    }
                }
            }
        }));
        assertThat(missed).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        me and my two kids                          | 3
        me, my wife and three kids                  | 5
        two adults and three kids                   | 5
        my husband and i plus our four grandchildren | 6
        my parents and me                           | 3
        three couples                               | 6
        dinner with my girlfriend                   | 2
        저랑 남편이랑 애 둘                         | 4
        성인 둘에 아이 셋                           | 5
        저희 부부랑 아이 둘                         | 4
        아들 하나 딸 하나랑 저희 부부               | 4
        손자 셋이랑 먹을 저녁                       | 4
        저랑 남편 둘이 먹을 저녁                    | 2
        夫婦と子供2人                               | 4
        大人4人子ども3人                            | 7
        夫と私と子ども3人                           | 5
        孫3人と私                                   | 4
        私と娘の2人                                 | 2
        """)
    void thoseWhoAreListedShouldBeCounted(String text, int people) {
        assertThat(limitsOf(text).servings()).isEqualTo(OptionalInt.of(people));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        having 2 friends over       | 3 | 6
        my parents are coming over  | 3 | 6
        손주 둘이 와요              | 3 | 6
        부모님 오세요               | 3 | 6
        友達が一人来る              | 2 | 5
        両親が来ます                | 3 | 6
        """)
    void guestsShouldComeBesidesThoseAtHome(String text, int withOne, int withFour) {
        Limits guests = limitsOf(text);

        assertThat(guests.servings(2)).isEqualTo(withOne);
        assertThat(guests.or(limitsOf("family of 4")).servings(2)).isEqualTo(withFour);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "my son is 2, dinner please",
                "kids aged 4 and 6, dinner idea",
                "dinner by 6 tonight",
                "3 course meal",
                "우리 아들 세 살이에요 저녁 뭐 해주죠",
                "우리 둘째가 먹을 저녁",
                "7시까지 저녁",
                "초등학교 3학년 아이 저녁",
                "3歳の娘の夕飯",
                "6時までに夕飯",
                "おかず2品",
                "結婚10周年の夕飯"
            })
    void agesAndTimesShouldBeNoPeople(String text) {
        assertThat(limitsOf(text).servings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "dinner in a quarter of an hour, 15",
        "pasta in twenty minutes, 20",
        "I've got forty-five minutes, 45",
        "in a half hour, 30",
        "20ish minutes, 20",
        "within two hours, 120",
        "삼십분 안에 저녁, 30",
        "이십오 분 만에, 25",
        "십분 안에, 10",
        "二十分で夕飯, 20",
        "三十五分以内で, 35",
        "一時間以内で, 60"
    })
    void timeInWordsShouldBeRead(String text, int minutes) {
        assertThat(limitsOf(text).minutes()).isEqualTo(OptionalInt.of(minutes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"それで十分です", "어르신 이 분이 드실 저녁", "I worked for two hours"})
    void whatOnlySoundsLikeATimeShouldBeNone(String text) {
        assertThat(limitsOf(text).minutes()).isEmpty();
    }

    @Test
    void moneyShouldBeReadInEverySpelling() {
        Map<Integer, List<String>> spellings = Map.of(
                5_000, List.of("5,000원", "5천원", "오천 원", "five thousand won", "5k won", "₩5000", "5000ウォン", "五千ウォン"),
                15_000,
                        List.of(
                                "만오천원",
                                "만 오천원",
                                "1만5천원",
                                "1.5만원",
                                "15000원",
                                "fifteen thousand won",
                                "15,000₩",
                                "1万5千ウォン"),
                25_000, List.of("이만 오천원", "2만 5천 원", "twenty-five thousand won", "25k won", "二万五千ウォン"),
                100_000, List.of("십만원", "10만 원", "one hundred thousand won", "100,000 krw", "十万ウォン"));

        spellings.forEach((won, texts) -> assertThat(texts)
                .allSatisfy(text -> assertThat(limitsOf("저녁 " + text).won()).isEqualTo(OptionalInt.of(won))));
    }

    @ParameterizedTest
    @CsvSource({
        "인당 5천원 4인분, 20000",
        "1인당 만원 두 명, 20000",
        "5000 won per person for 4, 20000",
        "8000 won each for three people, 24000",
        "一人5000ウォン、4人分で, 20000",
        "2만원으로 4인분, 20000"
    })
    void whatEachMayCostShouldBeMultiplied(String text, int won) {
        assertThat(limitsOf(text).won()).isEqualTo(OptionalInt.of(won));
    }

    private static Limits limitsOf(String text) {
        return Limits.in(new SaidPhrases(text));
    }
}
