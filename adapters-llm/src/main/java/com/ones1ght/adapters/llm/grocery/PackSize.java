package com.ones1ght.adapters.llm.grocery;

import com.ones1ght.adapters.llm.cookbook.Food;
import com.ones1ght.adapters.llm.cookbook.Measure;
import com.ones1ght.domain.store.Product;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one piece of a product holds, as its name says.
 *
 * @param quantity above 0
 * @param measure its unit
 */
record PackSize(BigDecimal quantity, Measure measure) {

    /** The limit for a single product. */
    private static final int MAX_PIECES = 20;

    private static final Pattern SIZE = Pattern.compile("(\\d+(?:\\.\\d+)?) ?(kg|g|ml|l|pcs?|packs?|servings?|sheets?"
            + "|bunch|heads?|cans?)(?![a-z])(?: ?[×x](\\d+))?");
    /** What is weighed may be a little short: nobody buys a second kilogram for the last 50 g. */
    private static final BigDecimal TOLERANCE = new BigDecimal("1.1");

    private static final PackSize SINGLE_PIECE = new PackSize(BigDecimal.ONE, Measure.PIECE);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final Map<String, Measure> COUNTS = Map.of(
            "pc", Measure.PIECE,
            "pack", Measure.PACK,
            "serving", Measure.SERVING,
            "sheet", Measure.SHEET,
            "bunch", Measure.BUNCH,
            "head", Measure.HEAD,
            "can", Measure.CAN);

    /** They are counted one by one, and packs say "pcs" of all of them. */
    private static final Set<Measure> SINGLE = EnumSet.of(
            Measure.PIECE,
            Measure.CUBE,
            Measure.FILLET,
            Measure.SHEET,
            Measure.LEAF,
            Measure.BLOCK,
            Measure.HEAD,
            Measure.WHOLE,
            Measure.BIRD);

    /**
     * How many pieces of a product a recipe needs: whole ones, at least 1.
     *
     * @param quantity how much the recipe needs
     * @param measure its unit
     * @param food gives the weight of what is counted
     */
    static int pieces(Product product, BigDecimal quantity, Measure measure, Food food) {
        int pieces = of(product)
                .orElse(SINGLE_PIECE)
                .share(quantity, measure, food)
                .orElse(BigDecimal.ONE)
                .setScale(0, RoundingMode.CEILING)
                .intValue();
        return Math.max(1, Math.min(MAX_PIECES, pieces));
    }

    /** What the name of the product says, in the store's language or in English. */
    static Optional<PackSize> of(Product product) {
        Optional<PackSize> own = read(product.name());
        return own.isPresent() || product.localizedName() == null
                ? own
                : read(product.localizedName().en());
    }

    /** How many of these packs the quantity is; empty where the two cannot be compared. */
    private Optional<BigDecimal> share(BigDecimal needed, Measure unit, Food food) {
        boolean isCounted = !measure.isDivisible();
        if (isCounted
                && (unit == measure || SINGLE.contains(unit) && SINGLE.contains(measure) && !differ(unit, food))) {
            return Optional.of(needed.divide(quantity, 4, RoundingMode.HALF_UP));
        }
        Optional<BigDecimal> weight = food.grams(unit).map(needed::multiply);
        Optional<BigDecimal> content = food.grams(measure).map(quantity::multiply);
        return weight.isPresent() && content.isPresent()
                ? Optional.of(weight.get().divide(content.get().multiply(TOLERANCE), 4, RoundingMode.HALF_UP))
                : Optional.empty();
    }

    /** Whether both are counted, but not the same: two fillets are one fish. */
    private boolean differ(Measure unit, Food food) {
        return unit != measure
                && food.weights().containsKey(unit)
                && food.weights().containsKey(measure);
    }

    private static Optional<PackSize> read(String name) {
        Matcher matcher = SIZE.matcher(name.toLowerCase(Locale.ROOT));
        if (!matcher.find()) {
            return Optional.empty();
        }
        BigDecimal size = new BigDecimal(matcher.group(1));
        if (matcher.group(3) != null) {
            size = size.multiply(new BigDecimal(matcher.group(3)));
        }
        if (size.signum() == 0) {
            return Optional.empty();
        }
        return Optional.of(
                switch (matcher.group(2)) {
                    case "kg" -> new PackSize(size.multiply(THOUSAND), Measure.G);
                    case "g" -> new PackSize(size, Measure.G);
                    case "l" -> new PackSize(size.multiply(THOUSAND), Measure.ML);
                    case "ml" -> new PackSize(size, Measure.ML);
                    default -> new PackSize(size, count(matcher.group(2)));
                });
    }

    private static Measure count(String word) {
        Measure measure = COUNTS.get(word.endsWith("s") ? word.substring(0, word.length() - 1) : word);
        return measure == null ? Measure.PIECE : measure;
    }
}
