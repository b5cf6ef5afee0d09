package com.ones1ght.adapters.llm.cookbook;

import java.util.BitSet;

/**
 * The foods of the catalogue as exclusions judge them: each once, because a request asks of every ingredient of every dish.
 */
public final class JudgedFoods {

    private final Foods foods;
    private final Exclusions exclusions;
    private final BitSet forbidden;
    private final BitSet withTraces;
    private final BitSet holding;

    private JudgedFoods(Foods foods, Exclusions exclusions, BitSet forbidden, BitSet withTraces, BitSet holding) {
        this.foods = foods;
        this.exclusions = exclusions;
        this.forbidden = forbidden;
        this.withTraces = withTraces;
        this.holding = holding;
    }

    static JudgedFoods of(Foods foods, Exclusions exclusions) {
        return new JudgedFoods(foods, exclusions, new BitSet(), new BitSet(), new BitSet()).judging(exclusions);
    }

    /** The same foods, judged by further exclusions besides. */
    public JudgedFoods and(Exclusions further) {
        return new JudgedFoods(
                        foods,
                        exclusions.and(further),
                        (BitSet) forbidden.clone(),
                        (BitSet) withTraces.clone(),
                        (BitSet) holding.clone())
                .judging(further);
    }

    /** @param added the exclusions that have not been judged by yet */
    private JudgedFoods judging(Exclusions added) {
        // Who reacts to traces does so whatever they are of.
        Exclusions others = added.severe() ? exclusions : added;
        for (Food food : others.concerned(foods)) {
            forbidden.set(food.number(), exclusions.forbids(food));
            withTraces.set(food.number(), exclusions.mayBeAllergen(food));
            holding.set(food.number(), exclusions.isWithin(food));
        }
        return this;
    }

    public Exclusions exclusions() {
        return exclusions;
    }

    /** @see Exclusions#forbids(Food) */
    public boolean forbids(Food food) {
        return forbidden.get(food.number());
    }

    /** @see Exclusions#mayBeAllergen(Food) */
    public boolean mayBeAllergen(Food food) {
        return withTraces.get(food.number());
    }

    /** @see Exclusions#isWithin(Food) */
    public boolean isWithin(Food food) {
        return holding.get(food.number());
    }

    /** Whether another food would be better: it may hold an allergen, or holds what is unwanted. */
    public boolean isDoubtful(Food food) {
        return mayBeAllergen(food) || isWithin(food);
    }
}
