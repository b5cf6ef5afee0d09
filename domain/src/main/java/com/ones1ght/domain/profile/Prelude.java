package com.ones1ght.domain.profile;

import com.ones1ght.domain.dietary.DeclaredRestrictions;
import com.ones1ght.domain.dietary.Restriction;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The summary of the profile that a model receives before the prompt, in the response language. */
public final class Prelude {

    private Prelude() {}

    /**
     * The prompt with its prelude: up to four lines, an empty line, the prompt. Lines without a value are omitted;
     * without any line the prompt stands alone.
     */
    public static String before(String prompt, ProfileFacts facts, Language language) {
        Words words = Words.in(language);
        List<String> lines = new ArrayList<>();
        addLine(lines, words.profile, words.listing(facts));
        addLine(lines, words.persona, facts.persona());
        addLine(lines, words.additional, facts.additional());
        addLine(lines, words.forbidden, words.listing(facts.restrictions(), language));
        return lines.isEmpty() ? prompt : String.join("\n", lines) + "\n\n" + prompt;
    }

    private static void addLine(List<String> lines, String heading, @Nullable String value) {
        if (value != null && !VisibleText.isBlank(value)) {
            lines.add(heading + ": " + onOneLine(value));
        }
    }

    /** Values may contain line breaks; each heading gets exactly one line. */
    private static String onOneLine(String value) {
        return VisibleText.trim(value).replaceAll("\\R", " ");
    }

    private enum Words {
        KO("프로필", "이름", "성별", "나이", "언어", ", ", "페르소나", "추가 정보", "넣지 말 것", "%s 아닌 것"),
        EN(
                "Profile",
                "name",
                "gender",
                "age",
                "locale",
                ", ",
                "Persona",
                "Additional",
                "Must not contain",
                "anything not %s"),
        JA("プロフィール", "名前", "性別", "年齢", "言語", "、", "ペルソナ", "補足", "使わないもの", "%s以外のもの");

        private final String profile;
        private final String name;
        private final String gender;
        private final String age;
        private final String locale;
        private final String separator;
        private final String persona;
        private final String additional;
        private final String forbidden;
        private final String unsuitable;

        Words(
                String profile,
                String name,
                String gender,
                String age,
                String locale,
                String separator,
                String persona,
                String additional,
                String forbidden,
                String unsuitable) {
            this.profile = profile;
            this.name = name;
            this.gender = gender;
            this.age = age;
            this.locale = locale;
            this.separator = separator;
            this.persona = persona;
            this.additional = additional;
            this.forbidden = forbidden;
            this.unsuitable = unsuitable;
        }

        static Words in(Language language) {
            return switch (language) {
                case KO -> KO;
                case EN -> EN;
                case JA -> JA;
            };
        }

        String listing(ProfileFacts facts) {
            List<String> parts = new ArrayList<>();
            addPart(parts, name, facts.name());
            addPart(parts, gender, facts.gender());
            addPart(parts, age, facts.age());
            addPart(
                    parts,
                    locale,
                    facts.locale() == null ? null : facts.locale().code());
            return String.join(separator, parts);
        }

        /** Allergens by their names, and of a diet what does not suit it; dislikes are among the further fields. */
        String listing(DeclaredRestrictions declared, Language language) {
            return declared.restrictions().stream()
                    .filter(Restriction::isGuarded)
                    .map(restriction -> restriction instanceof Restriction.FollowedDiet
                            ? unsuitable.formatted(restriction.nameIn(language))
                            : restriction.nameIn(language))
                    .collect(Collectors.joining(separator));
        }

        private static void addPart(List<String> parts, String label, @Nullable Object value) {
            if (value != null && !VisibleText.isBlank(value.toString())) {
                parts.add(label + " " + onOneLine(value.toString()));
            }
        }
    }
}
