package com.ones1ght.domain.recommendation;

import com.ones1ght.domain.dietary.DeclaredRestrictions;
import com.ones1ght.domain.dietary.DietaryGuard;
import com.ones1ght.domain.dietary.DietaryReport;
import com.ones1ght.domain.dietary.Restriction;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a round's shopper must not get, and what has been withheld from the round for it. It starts with what the profile
 * declares when the run is accepted; each merged step adds what it withheld, and the backend may add what it understood
 * of the prompt.
 *
 * @param restrictions sorted, each once
 * @param unknown what the profile declares and the gateway does not understand, as it was written
 * @param unmet what the backend could not honour, in the response language
 * @param withheld in the order in which it was withheld
 */
public record RoundGuard(
        List<Restriction> restrictions, List<String> unknown, List<String> unmet, List<WithheldItem> withheld) {

    /** Nothing is restricted. */
    public static final RoundGuard NONE = new RoundGuard(List.of(), List.of(), List.of(), List.of());

    public RoundGuard {
        restrictions = restrictions.stream().distinct().sorted().toList();
        unknown = List.copyOf(unknown);
        unmet = unmet.stream().distinct().toList();
        withheld = List.copyOf(withheld);
    }

    /** The guard of a run that is accepted now. */
    public static RoundGuard of(DeclaredRestrictions declared) {
        return new RoundGuard(declared.restrictions(), declared.unknown(), List.of(), List.of());
    }

    /** Whether neither the profile nor the backend restricts anything. */
    public boolean isEmpty() {
        return restrictions.isEmpty() && unknown.isEmpty() && unmet.isEmpty() && withheld.isEmpty();
    }

    /** The same, with what the backend reports; null changes nothing. */
    public RoundGuard with(@Nullable DietaryReport report) {
        return report == null
                ? this
                : new RoundGuard(
                        Stream.concat(restrictions.stream(), report.restrictions().stream())
                                .toList(),
                        unknown,
                        report.unmet(),
                        withheld);
    }

    /** The same, with what was withheld besides. */
    public RoundGuard withholding(List<WithheldItem> more) {
        return more.isEmpty()
                ? this
                : new RoundGuard(
                        restrictions,
                        unknown,
                        unmet,
                        Stream.concat(withheld.stream(), more.stream()).toList());
    }

    /** Whether the product has been withheld from a list of the round. */
    public boolean withholds(ProductId product) {
        return withheld.stream().anyMatch(item -> product.equals(item.productId()));
    }

    /**
     * Whether the restrictions, as they are known now, keep a product from the shopper.
     *
     * @param policy decides
     */
    public boolean refuses(Product product, DietaryGuard policy) {
        return !policy.objections(product.dietary(), restrictions).isEmpty();
    }

    /**
     * Whether the recommendation has been withheld.
     *
     * @param name its recommendation id, or upstream's own name for a recommended item
     */
    public boolean withholds(String name) {
        return withheld.stream()
                .flatMap(item ->
                        Stream.of(Optional.ofNullable(item.recommendationId()), Optional.ofNullable(item.upstreamId())))
                .flatMap(Optional::stream)
                .anyMatch(name::equals);
    }
}
