package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.cookbook.Exclusions;
import com.ones1ght.adapters.llm.cookbook.Foods;
import java.util.Set;

/**
 * "No dairy except butter": asks for no butter, but leaves out the rest of the family that is spoken of.
 *
 * @param kept the foods that are not left out
 */
record Exceptions(Foods catalogue, Set<String> kept) {

    /** Takes the families, wanted or not, apart into what is left out of them. */
    void apply(Set<String> wanted, Set<String> unwanted) {
        for (String family : Exclusions.union(wanted, unwanted)) {
            if (!kept.contains(family) && kept.stream().anyMatch(food -> catalogue.isMember(food, family))) {
                wanted.remove(family);
                wanted.removeIf(food -> kept.contains(food) && catalogue.isMember(food, family));
                unwanted.remove(family);
                catalogue.all().stream()
                        .filter(food ->
                                food.isOrComesFrom(family) && kept.stream().noneMatch(food::isOrComesFrom))
                        .forEach(food -> unwanted.add(food.key()));
                catalogue.words().keySet().stream()
                        .filter(inner -> catalogue.isFamily(inner)
                                && catalogue.isWithin(inner, family)
                                && kept.stream().noneMatch(food -> catalogue.isMember(food, inner)))
                        .forEach(unwanted::add);
            }
        }
    }
}
