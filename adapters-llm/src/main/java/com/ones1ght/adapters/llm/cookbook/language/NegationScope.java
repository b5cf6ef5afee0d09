package com.ones1ght.adapters.llm.cookbook.language;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which mentions of a text are negated. English negates before the word ("without pork
 * or beef") or with a suffix ("gluten-free"), Korean and Japanese after it ("돼지고기 빼고", "豚肉抜きで");
 * the items of a list share their negation.
 */
final class NegationScope {

    // Repeated groups are bounded: an unbounded one recurses as deep as the text is long.
    private static final Pattern BEFORE =
            Pattern.compile("(?:\\b(?:without|no|not|non|don't|dont|doesn't|doesnt|do not|does not"
                    + "|can't|cant|cannot|can not|won't|never|avoid|avoiding|except|excluding|exclude|skip|minus|hold the|hate|hates|dislike"
                    + "|dislikes|instead of|rather than|other than|anything but|allergic to|allergy to|allergies to|allergic reactions? to|allergic against|intolerant to|intolerance to"
                    + "|leave out|leave off|remove|drop|free of|free from|sick of|tired of|out of|nothing with|isn't|aren't)"
                    + "(?: (?:the|any|a|an|some|too|very|so|much|more|use|using|eat|eating|want|wants|like|likes|have|having"
                    + "|to|for|add|include|put|in|of|with|kind|or|really|that|cook|cooking|contain|containing|feel|care)){0,9}"
                    + "|\\bnon-) ?$");
    private static final Pattern AFTER_EN = Pattern.compile(
            "^(?:-| )(?:free\\b|allerg|intoleran)|^ (?:is|are) (?:out|off)\\b|^ makes? me (?:sick|ill)");
    private static final Pattern AFTER_KO = Pattern.compile(
            "^(?: ?(?:거|것|건|걸|음식|요리|메뉴|맛))?(?:이나|나)?(?:은|는|이|가|을|를|도|만)? ?(?:들어간 (?:건|거|것|음식)(?:은|는)? ?)?"
                    + "(?:다 |전부 |좀 |꼭 )?(?:빼|뺀|없이|없는|없게|말고|제외|싫|안 ?먹|못 ?먹|먹지 ?못|먹지 ?않|먹으면 안|먹을 수 없|알레르기|알러지|앨러지|안 ?들어|안 ?넣"
                    + "|넣지|금지|피하|피해|대신|안 ?좋아|좋아하지 ?않|별로|아닌|아니|않|안 ?되|안 ?돼|사절|노노|질렸|질려)");
    private static final Pattern AFTER_JA =
            Pattern.compile("^(?:の|もの|料理|味)?(?:を使った料理|が入った(?:もの|料理))?(?:とか|など|なんか)?(?:は|が|を|も|の|では|じゃ){0,9}"
                    + "(?:抜き|ぬき|抜い|なし|無し|ナシ|以外|入れない|入れず|使わない|使わず|食べない|食べられ|食べれない|飲めない|苦手|嫌い|きらい|嫌"
                    + "|アレルギ|ng|やめ|避け|除い|除く|じゃな|でな|ない|なく|代わり|かわり|控え|不使用|外し|飽き|ダメ|だめ|いらない|不要|入ってない|入っていない)");
    // Elsewhere these particles say where something goes ("카레에 넣지 …"), not what is ruled out.
    private static final Pattern ALLERGIC_TO =
            Pattern.compile("^(?:に|には|に対して|に対する|に対し|に関する)(?:重い|重度の?|軽い|軽度の?|強い|ひどい|少し|食物)?アレルギ"
                    + "|^(?:에|에는|에도|에 대한|에 대해|에 대해서)? ?(?:심한|심각한|약한|가벼운|중증|식품)? ?(?:알레르기|알러지|앨러지)");
    private static final Pattern LIST_EN = Pattern.compile("^,? ?(?:and|or|nor|&|/) ?(?:the |any )?$|^/$");
    private static final Pattern COMMA = Pattern.compile("^, ?$");
    private static final Pattern BARE_COMMA = Pattern.compile("^[ ,、・·]+$");
    private static final Pattern LIST_KO_JA =
            Pattern.compile("^(?:이랑|랑|하고|과|와|이나|나|및|도|と|や|も|か|とか|,|、|・|·|&|/)? ?(?:및|그리고|또는|,|、|や)? ?$");

    private final String text;
    private final List<Mention> mentions;
    private final boolean[] negated;

    private NegationScope(AnalyzedText analyzed) {
        this.text = analyzed.text();
        this.mentions = analyzed.mentions();
        this.negated = new boolean[mentions.size()];
    }

    /** For each mention whether it is negated. */
    static boolean[] of(AnalyzedText analyzed) {
        NegationScope scope = new NegationScope(analyzed);
        for (int i = 0; i < scope.mentions.size(); i++) {
            scope.negated[i] = BEFORE.matcher(scope.gapBefore(i)).find() || scope.isNegatedAfter(i);
        }
        scope.carryForward();
        scope.carryBack();
        return scope.negated;
    }

    private boolean isNegatedAfter(int i) {
        String after = gapAfter(i);
        return AFTER_EN.matcher(after).find()
                || AFTER_KO.matcher(after).find()
                || AFTER_JA.matcher(after).find()
                || ALLERGIC_TO.matcher(after).find();
    }

    /** "no pork or beef": the first item negates the list to its end; a bare comma needs an "or" after it. */
    private void carryForward() {
        boolean[] listed = listed();
        for (int i = 1; i < mentions.size(); i++) {
            if (negated[i - 1] && !isNegatedAfter(i - 1) && isEnglish(i - 1) && listed[i]) {
                negated[i] = true;
            }
        }
    }

    /** Which mentions continue a list; from the end, so that the cost is linear in its length. */
    private boolean[] listed() {
        boolean[] listed = new boolean[mentions.size()];
        for (int i = mentions.size() - 1; i > 0; i--) {
            String gap = gapBefore(i);
            boolean continues = i + 1 < mentions.size() && listed[i + 1];
            listed[i] = LIST_EN.matcher(gap).find()
                    || continues && COMMA.matcher(gap).find();
        }
        return listed;
    }

    /** "돼지고기랑 소고기 빼고": the last item negates the list from its beginning. */
    private void carryBack() {
        for (int i = mentions.size() - 2; i >= 0; i--) {
            boolean isListed =
                    LIST_KO_JA.matcher(gapAfter(i)).find() && !gapAfter(i).isEmpty();
            boolean isEnglishList = isEnglish(i) && LIST_EN.matcher(gapAfter(i)).find();
            if (negated[i + 1]
                    && isNegatedAfter(i + 1)
                    && (isEnglish(i) ? isEnglishList : isListed)
                    && (isOfOneKind(i, i + 1)
                            || !BARE_COMMA.matcher(gapAfter(i)).find())) {
                negated[i] = true;
            }
        }
    }

    /** "カレー、豚肉抜きで" asks for a curry: across a bare comma foods share a negation, a dish and its foods do not. */
    private boolean isOfOneKind(int one, int other) {
        return kinds(one).equals(kinds(other));
    }

    private Set<Concept.Kind> kinds(int i) {
        return mentions.get(i).concepts().stream().map(Concept::kind).collect(Collectors.toSet());
    }

    private boolean isEnglish(int i) {
        char first = text.charAt(mentions.get(i).start());
        return first < 0x250;
    }

    private String gapBefore(int i) {
        return text.substring(
                i == 0 ? 0 : mentions.get(i - 1).end(), mentions.get(i).start());
    }

    private String gapAfter(int i) {
        int until = i + 1 < mentions.size() ? mentions.get(i + 1).start() : text.length();
        return text.substring(mentions.get(i).end(), until);
    }
}
