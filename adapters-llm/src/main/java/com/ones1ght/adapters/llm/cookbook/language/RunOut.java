package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.cookbook.language.Cues.Effect;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a food that has run out. Who goes shopping for a dish buys it; who asks for no dish, has something else or
 * asks how to do without, gets a meal that takes none.
 */
final class RunOut {

    private RunOut() {}

    /** Settles {@link Effect#GONE}. */
    static void settle(AnalyzedText text, List<@Nullable Effect> effects) {
        for (int i = 0; i < effects.size(); i++) {
            // "Used up all the tofu" is written like what is to be used up, once the words are stemmed.
            int start = text.tokens().get(text.mentions().get(i).first()).start();
            if (effects.get(i) == Effect.HAVE && Intent.USED_UP.isIn(text.text().substring(0, start))) {
                effects.set(i, Effect.GONE);
            }
        }
        if (!effects.contains(Effect.GONE)) {
            return;
        }
        boolean namesDish = IntStream.range(0, effects.size())
                .anyMatch(i -> effects.get(i) == null && isNamed(text.mentions().get(i)));
        // "Milk's gone, but there is soy milk": what is there takes its place.
        boolean isReplaced = effects.contains(Effect.HAVE);
        boolean isBought = !isReplaced
                && (namesDish || text.phrases().has(Intent.SHOPPING))
                && !text.phrases().has(Intent.COPING);
        effects.replaceAll(effect -> effect == Effect.GONE ? isBought ? Effect.BUY : Effect.LACKING : effect);
    }

    private static boolean isNamed(Mention mention) {
        return mention.isOf(Concept.Kind.DISH) || mention.isOf(Concept.Kind.ABSENT_DISH);
    }
}
