package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.cookbook.AllergenFamilies;
import com.ones1ght.adapters.llm.cookbook.Diet;
import com.ones1ght.adapters.llm.cookbook.Foods;
import com.ones1ght.adapters.llm.cookbook.language.Cues.Effect;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The foods that a text refuses, less those that it says may be given: "no dairy except butter". */
final class RefusedFoods {

    /** Who refuses one hardly wants the rest of what is made of it. */
    private static final Map<String, String> MEANT_AS_WELL = Map.of("flour", "wheat", "milk", "dairy");

    /** Nobody is allergic to them: who must not have them eats less of them. */
    private static final Map<String, Diet> NUTRIENTS =
            Map.of("salt", Diet.of("low-salt"), "sugar", Diet.of("diabetic"));

    private final Foods catalogue;
    private final boolean allergic;
    private final Set<String> unwanted = new LinkedHashSet<>();
    private final Set<String> allergies = new LinkedHashSet<>();
    private final Set<String> doubted = new LinkedHashSet<>();
    private final Set<String> fine = new LinkedHashSet<>();
    private final Set<String> only = new LinkedHashSet<>();
    private Diet diet = Diet.NONE;

    /** @param allergic whether the text speaks of an allergy, so that what it rules out is one */
    RefusedFoods(Foods catalogue, boolean allergic) {
        this.catalogue = catalogue;
        this.allergic = allergic;
    }

    void add(String id, Effect effect) {
        if (id.equals("alcohol") && effect != Effect.LACKING && effect != Effect.COSTLY) {
            // Cooking wine is no drink, and is alcohol.
            diet = diet.and(Diet.of("alcohol-free"));
        }
        if (effect == Effect.NEVER && !allergic && NUTRIENTS.containsKey(id)) {
            diet = diet.and(NUTRIENTS.get(id));
            return;
        }
        Set<String> out = new LinkedHashSet<>(Set.of(id));
        if (effect != Effect.LACKING && MEANT_AS_WELL.containsKey(id)) {
            out.add(MEANT_AS_WELL.get(id));
        }
        if (effect == Effect.DOUBTED) {
            doubted.add(id);
        }
        boolean isMild = effect == Effect.LACKING || effect == Effect.DOUBTED;
        if (allergic && !isMild || effect == Effect.NEVER) {
            allergies.addAll(out);
        }
        if (!allergic || isMild) {
            unwanted.addAll(out);
        }
    }

    /** The ways of eating that what is refused asks for. */
    Diet diet() {
        return diet;
    }

    void addFine(String id) {
        fine.add(id);
    }

    /** "Dairy is fine" ends a dairy-free diet, unless the text speaks of an allergy. */
    Set<String> endedDiets() {
        return fine.stream()
                .map(food -> food + "-free")
                .filter(diet -> !allergic && allergies.isEmpty() && Diet.isKnown(diet))
                .collect(Collectors.toSet());
    }

    /** Takes note of what is eaten, and nothing else of its family. */
    void note(String id, @Nullable Effect effect) {
        if (effect == Effect.ONLY) {
            only.add(id);
        }
    }

    /** What is left out because nothing says that it is wanted. */
    Set<String> doubted() {
        doubted.removeAll(allergies);
        return doubted;
    }

    boolean isEmpty() {
        return unwanted.isEmpty() && allergies.isEmpty();
    }

    /** Whether the text refuses this very food or family, so that it cannot want it as well. */
    boolean holds(String id) {
        return unwanted.contains(id) || allergies.contains(id);
    }

    /**
     * What is not wanted, less what is fine.
     *
     * @param wanted foods, which lose what is refused
     * @param isRemark whether the text names no dish, so that "chicken is fine" wants chicken; "no
     *     allergy to chicken" does not
     */
    Set<String> unwanted(Set<String> wanted, boolean isRemark) {
        // What does one no harm may be another's allergy.
        fine.removeIf(this::holds);
        if (isEmpty() && isRemark && !allergic) {
            wanted.addAll(fine);
        } else if (!allergic) {
            wanted.removeAll(fine);
        }
        Set<String> narrowed = new LinkedHashSet<>();
        unwanted.forEach(concept -> narrowed.addAll(withoutFine(concept)));
        new Exceptions(catalogue, only).apply(wanted, narrowed);
        wanted.removeIf(this::holds);
        return narrowed;
    }

    /** Widened to the whole allergen, unless the text says that something else of it does no harm. */
    Set<String> allergies() {
        AllergenFamilies families = new AllergenFamilies(catalogue);
        Set<String> whole = new LinkedHashSet<>();
        Set<String> narrowed = new LinkedHashSet<>();
        for (String concept : allergies) {
            boolean isLimited = families.widen(Set.of(concept)).stream()
                    .anyMatch(family -> fine.stream().anyMatch(food -> isWithin(food, family)));
            if (isLimited) {
                narrowed.addAll(withoutFine(concept));
            } else {
                whole.add(concept);
            }
        }
        narrowed.addAll(families.widen(whole));
        return narrowed;
    }

    /** The concept; its members where some of them are fine. */
    private Collection<String> withoutFine(String concept) {
        if (fine.stream().noneMatch(food -> isWithin(food, concept))) {
            return Set.of(concept);
        }
        Set<String> members = new LinkedHashSet<>();
        for (String member : catalogue.words().keySet()) {
            boolean isFine = fine.stream().anyMatch(food -> isWithin(member, food) || isWithin(food, member));
            if (!member.equals(concept) && isWithin(member, concept) && !isFine) {
                members.add(member);
            }
        }
        return members;
    }

    private boolean isWithin(String narrow, String wide) {
        return catalogue.isWithin(narrow, wide)
                || catalogue.find(narrow).filter(food -> food.is(wide)).isPresent();
    }
}
