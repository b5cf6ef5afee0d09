package com.ones1ght.adapters.llm.cookbook.language;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Corrects long words that are one slip away from one of the vocabulary: a letter, a Hangul letter or a kana left out, doubled,
 * swapped with its neighbour or mistaken. Short words are left alone, since most are one letter from another word.
 */
final class Misspellings {

    private static final Pattern WORD = Pattern.compile("[a-z]{5,14}|[가-힣]{3,8}|[ァ-ヶー]{5,12}");
    private static final Pattern LETTERS = Pattern.compile("[a-z]+|[가-힣]+|[ァ-ヶー]+");
    private static final Pattern PARTICLES = Pattern.compile(
            "|[은는이가을를도만의에로와과랑나라란든]|으로|이랑|하고|에서|까지|부터|처럼|보다|이나|이라|이란|이든|든지|라도|라면|라서|만은|조차|마저|밖에|이야|인데|입니다|임|용|요|"
                    + "이?(?:에요|예요|면|거든요?|신데|시고|잖아요?|니까|지만|긴|던|고|라는|래요?)|이?어야|여야|이?[었였][가-힣]{0,3}|(?:알레르기|알러지|앨러지)[가-힣]*");
    /** No name ends so: 간단하게 is no slip of 간단히. */
    private static final Pattern INFLECTED = Pattern.compile("(?:하게|해서|한데|해도|해야|하면|하니)$");

    /** Korean crab is also a thing and a particle; beside other seafood, and before what refuses it, it is crab. */
    private static final Pattern CRAB = Pattern.compile("(?<=(?:새우|조개|오징어|굴|꽃게)(?:,|랑|와|하고|나|도|는)? ?)게(?=[ ,랑와는도를]|$)"
            + "|(?<![가-힣]|[가-힣] )게(?=[랑와도는] ?새우|,? ?(?:새우|조개)|(?:[은는도를] | )(?:알레르기|알러지|빼|못 먹|안 먹|제외|먹으면|먹고 나))");

    private static final int MIN_LATIN = 6;
    private static final int MIN_MISTAKEN = 7;
    private static final int MIN_HANGUL = 3;
    private static final int MIN_KANA = 5;

    /** "No egs", "mlik allergy": what stands here is a food, so a short word may be corrected as well. */
    private static final Pattern REFUSED = Pattern.compile(
            "(?<=\\b(?:no|without|hold|hate|avoid|skip|minus|omit|to) (?:(?:the|any|my) )?)[a-z]{3,5}\\b|\\b[a-z]{3,5}(?=[ -](?:free|allerg|intoleran))");

    /** "Noeggs", "eggfree". */
    private static final Pattern JOINED =
            Pattern.compile("\\b(no|non|without|hold)([a-z]{3,12})\\b|\\b([a-z]{3,12})(free|less)\\b");

    /** Words of their own, however close they are. */
    private static final Set<String> CORRECT = Set.of(
            "barely", "beacon", "bandana", "spice", "spiced", "garlicky", "frying", "friend", "friends", "starch");

    private final Set<String> known = new HashSet<>();

    /** Single words that are names by themselves, and what they look like with a slip. */
    private final Set<String> names = new HashSet<>();

    private final Map<String, String> shortNames = new HashMap<>();

    /** Words by what is left of them without one letter: two words one slip apart share a rest. */
    private final Map<String, Set<String>> byRest = new HashMap<>();

    /** @param entry of the vocabulary, normalised; a word of it is what others are corrected to */
    void addKnown(String entry) {
        Matcher words = LETTERS.matcher(entry);
        while (words.find()) {
            add(words.group(), words.group().length() == entry.length());
        }
    }

    /** Words that are right as they stand. */
    void addCorrect(Collection<String> words) {
        known.addAll(words);
    }

    private void add(String word, boolean isWhole) {
        known.add(word);
        if (isWhole && isLatin(word)) {
            names.add(word);
            addShort(word);
            addShort(word + "s");
        }
        boolean isCorrectable = isLatin(word)
                ? word.length() >= MIN_LATIN
                : isWhole && word.length() >= (isHangul(word) ? MIN_HANGUL : MIN_KANA);
        if (isCorrectable) {
            rests(letters(word)).forEach(rest -> byRest.computeIfAbsent(rest, ignored -> new HashSet<>())
                    .add(word));
        }
    }

    private void addShort(String word) {
        for (int i = 0; i < word.length() && word.length() < MIN_LATIN; i++) {
            String end = word.substring(i);
            shortNames.putIfAbsent(word.substring(0, i + 1) + end, word);
            if (i + 1 < word.length() && i > 0) {
                shortNames.putIfAbsent(word.substring(0, i) + word.charAt(i + 1) + word.substring(i + 1), word);
                boolean isDouble = word.charAt(i) == word.charAt(i + 1);
                shortNames.putIfAbsent(word.substring(0, i) + word.substring(i + (isDouble ? 1 : 0)), word);
                shortNames.putIfAbsent(word.substring(0, i) + end.charAt(1) + end.charAt(0) + end.substring(2), word);
            }
        }
        List.of("z", "zz", "ss").forEach(plural -> shortNames.putIfAbsent(word + plural, word));
    }

    private String separated(MatchResult joined) {
        boolean isBefore = joined.group(1) != null;
        String name = isBefore ? joined.group(2) : joined.group(3);
        boolean isName = names.contains(name)
                || name.endsWith("es") && names.contains(name.substring(0, name.length() - 2))
                || name.endsWith("s") && names.contains(name.substring(0, name.length() - 1));
        if (known.contains(joined.group()) || !isName) {
            return joined.group();
        }
        return isBefore ? joined.group(1) + " " + name : name + " " + joined.group(4);
    }

    /** The text with its slips corrected; the same text where there are none. */
    String correct(String text) {
        String unambiguous = text.indexOf('게') < 0 ? text : CRAB.matcher(text).replaceAll("대게");
        String separated = JOINED.matcher(unambiguous).replaceAll(match -> Matcher.quoteReplacement(separated(match)));
        String named = REFUSED.matcher(separated)
                .replaceAll(match -> Matcher.quoteReplacement(
                        known.contains(match.group())
                                ? match.group()
                                : shortNames.getOrDefault(match.group(), match.group())));
        return WORD.matcher(named).replaceAll(match -> Matcher.quoteReplacement(corrected(match.group())));
    }

    private String corrected(String word) {
        if (CORRECT.contains(word) || known.contains(word)) {
            return word;
        }
        if (!isHangul(word)) {
            boolean isPlural = word.endsWith("s") && isLatin(word);
            return nearest(word)
                    .or(() -> isPlural
                            ? nearest(word.substring(0, word.length() - 1)).map(meant -> meant + "s")
                            : Optional.empty())
                    .orElse(word);
        }
        // Particles follow without a space; of one syllable, 법이랑, any may be right.
        if (PARTICLES.matcher(word.substring(1)).matches()
                || INFLECTED.matcher(word).find()) {
            return word;
        }
        for (int length = word.length(); length > 1; length--) {
            if (known.contains(word.substring(0, length))
                    && PARTICLES.matcher(word.substring(length)).matches()) {
                return word;
            }
        }
        for (int length = word.length(); length >= MIN_HANGUL; length--) {
            String stem = word.substring(0, length);
            Optional<String> nearest = nearest(stem);
            if (nearest.isPresent()) {
                return nearest.get() + word.substring(length);
            }
        }
        return word;
    }

    private Optional<String> nearest(String word) {
        String letters = letters(word);
        return rests(letters).stream()
                .flatMap(rest -> byRest.getOrDefault(rest, Set.of()).stream())
                .filter(meant -> isSlip(word, letters, meant))
                .min(String::compareTo);
    }

    private static boolean isSlip(String word, String letters, String meant) {
        String right = letters(meant);
        if (isLatin(word) && (word + "s").equals(meant)) {
            return false;
        }
        if (letters.charAt(0) != right.charAt(0)) {
            return false;
        }
        if (isHangul(word)) {
            return word.length() == meant.length() && differences(letters, right) == 1;
        }
        return letters.length() != right.length()
                || isSwapped(letters, right)
                || word.length() >= (isLatin(word) ? MIN_MISTAKEN : MIN_KANA) && differences(letters, right) == 1;
    }

    private static int differences(String one, String other) {
        if (one.length() != other.length()) {
            return Integer.MAX_VALUE;
        }
        return (int) IntStream.range(0, one.length())
                .filter(i -> one.charAt(i) != other.charAt(i))
                .count();
    }

    private static boolean isSwapped(String one, String other) {
        int at = 0;
        while (at < one.length() - 1 && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at < one.length() - 1
                && one.charAt(at) == other.charAt(at + 1)
                && one.charAt(at + 1) == other.charAt(at)
                && one.substring(at + 2).equals(other.substring(at + 2));
    }

    /** The word itself, and without each of its letters. */
    private static Set<String> rests(String letters) {
        Set<String> rests = new HashSet<>(Set.of(letters));
        for (int i = 0; i < letters.length(); i++) {
            rests.add(letters.substring(0, i) + letters.substring(i + 1));
        }
        return rests;
    }

    private static String letters(String word) {
        return isHangul(word) ? Normalizer.normalize(word, Normalizer.Form.NFD) : word;
    }

    private static boolean isHangul(String word) {
        return word.charAt(0) >= '가' && word.charAt(0) <= '힣';
    }

    private static boolean isLatin(String word) {
        return word.charAt(0) <= 'z';
    }
}
