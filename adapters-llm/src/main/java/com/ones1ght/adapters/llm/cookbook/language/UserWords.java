package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.shared.ResourceText;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;

/**
 * What the analyzers' own dictionaries lack, for Lucene: words (with the parts that they are to be taken apart into), and
 * usual misspellings. Such a word wins wherever it stands, so it belongs here only if it is never a part of another one.
 */
record UserWords(
        org.apache.lucene.analysis.ko.dict.UserDictionary korean,
        org.apache.lucene.analysis.ja.dict.UserDictionary japanese,
        NormalizeCharMap spelling) {

    /** Before these a word is a food, even if it could be particles or a verb: かにアレルギー, いかはだめ. */
    private static final List<String> REFUSALS = List.of(
            "アレルギ", "にアレルギ", "にはアレルギ", "はだめ", "がだめ", "はダメ", "がダメ", "だめ", "ダメ", "抜", "なし", "は苦手", "が苦手", "は嫌", "が嫌",
            "は食べ", "が食べ", "を食べ", "食べら", "食べれ", "はいら", "はいり", "に弱", "で蕁麻", "でじん", "を抜", "を避", "は避", "を除", "以外", "を使わ",
            "は入れ", "を入れ", "禁止", "無理", "は無理", "やめ", "はやめ", "じゃな", "フリー", "不使用", "除去", "除外", "カット", "に飽", "飽き", "嫌", "大嫌",
            "いや", "って気", "で気持", "の食感", "の匂", "の味", "だった", "続き", "ぬき", "NG", "を吐", "を控", "は使わ", "にあた", "でお腹", "もだめ",
            "もダメ", "も食べ", "も苦手", "も嫌", "も抜", "も無理", "もNG", "苦手");

    /** Written by the vocabulary in kana, so short that it could be anything; longer ones in hiragana are safe enough. */
    private static final int MAX_AMBIGUOUS = 3;

    /** @param vocabulary the words that are to be found */
    static UserWords bundled(Collection<String> vocabulary) {
        Set<String> korean = new LinkedHashSet<>();
        Set<String> japanese = new LinkedHashSet<>();
        NormalizeCharMap.Builder spelling = new NormalizeCharMap.Builder();
        for (String line : ResourceText.lines(UserWords.class, "userwords.txt")) {
            List<String> columns = ResourceText.columns(line, 3);
            switch (columns.get(0)) {
                case "ko" -> korean.addAll(ResourceText.items(columns.get(1)));
                case "ja" -> ResourceText.items(columns.get(1)).forEach(word -> japanese.add(entry(word)));
                default -> spelling.add(columns.get(1), columns.get(2).replace('_', ' '));
            }
        }
        // The analyzer takes names apart wherever it likes; shorter ones may be parts of other words, and 연어알레르기 is
        // of salmon.
        vocabulary.stream().filter(word -> word.matches("[가-힣]{2,}[가-힣&&[^알]]")).forEach(korean::add);
        // "두부요" would be 두 and 부요.
        vocabulary.stream()
                .filter(word -> word.matches("[가-힣]{2}"))
                .distinct()
                .forEach(word -> spelling.add(word + "요", word + " 요"));
        // A katakana word in hiragana, はんばーぐ, is taken apart otherwise.
        vocabulary.stream()
                .filter(word -> word.matches("[ァ-ヶー]{4,}|[ァ-ヶ]+ー[ァ-ヶー]*"))
                .map(Scripts::hiragana)
                .filter(word -> word.length() > MAX_AMBIGUOUS || word.indexOf('ー') > 0)
                .distinct()
                .forEach(word -> japanese.add(entry(word)));
        // In hiragana it may read as verbs: なっとう, からあげ.
        vocabulary.stream()
                .filter(word -> word.length() > MAX_AMBIGUOUS && Scripts.isHiragana(word))
                .distinct()
                .forEach(word -> japanese.add(entry(word)));
        Set<String> ambiguous = vocabulary.stream()
                .map(Scripts::hiragana)
                .filter(word -> word.length() <= MAX_AMBIGUOUS && word.matches("[ぁ-ゖー]+"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        // In katakana the analyzer takes it for a noun.
        ambiguous.forEach(word -> REFUSALS.forEach(refusal -> spelling.add(
                word + refusal,
                Scripts.katakana(word)
                        + (refusal.matches("[ァ-ヶ].*") ? " " : "")
                        + refusal.replace("にアレ", "に アレ").replace("はアレ", "は アレ").replace("はい", "は い"))));
        // そば is a part of 焼きそば, which is to be left as it is.
        vocabulary.stream()
                .filter(word -> !ambiguous.contains(word) && ambiguous.stream().anyMatch(word::endsWith))
                .distinct()
                .forEach(word -> REFUSALS.forEach(refusal -> spelling.add(word + refusal, word + refusal)));
        try {
            return new UserWords(
                    org.apache.lucene.analysis.ko.dict.UserDictionary.open(new StringReader(String.join("\n", korean))),
                    org.apache.lucene.analysis.ja.dict.UserDictionary.open(
                            new StringReader(String.join("\n", japanese))),
                    spelling.build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** word, its parts, their readings (unused, but as many), part of speech. */
    private static String entry(String parts) {
        return String.join(",", parts.replace(" ", ""), parts, parts, "名詞");
    }
}
