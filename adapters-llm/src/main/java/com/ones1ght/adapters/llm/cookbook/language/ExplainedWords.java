package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.cookbook.language.Cues.Effect;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words that say what becomes of one food, and so say nothing of the others. */
final class ExplainedWords {

    private ExplainedWords() {}

    /** Those on the side of each mention where its effect is told, as far as the next mention or clause. */
    static BitSet of(AnalyzedText text, List<@Nullable Effect> effects, boolean[] cuedBehind) {
        BitSet mentioned = new BitSet();
        text.mentions().forEach(mention -> mentioned.set(mention.first(), mention.last() + 1));
        BitSet explained = new BitSet();
        for (int i = 0; i < effects.size(); i++) {
            Effect effect = effects.get(i);
            boolean isBoth = effect == Effect.FINE || effect == Effect.ONLY;
            if (effect != null && (cuedBehind[i] || isBoth)) {
                explain(text, text.mentions().get(i).last(), 1, mentioned, explained);
            }
            if (effect != null && (!cuedBehind[i] || isBoth)) {
                explain(text, text.mentions().get(i).first(), -1, mentioned, explained);
            }
        }
        return explained;
    }

    private static void explain(AnalyzedText text, int from, int step, BitSet mentioned, BitSet explained) {
        for (int at = from + step; at >= 0 && at < text.tokens().size(); at += step) {
            Token word = text.tokens().get(at);
            if (word.isBreak() || mentioned.get(at) || ClauseWord.CLAUSE.holds(word)) {
                return;
            }
            explained.set(at);
        }
    }
}
