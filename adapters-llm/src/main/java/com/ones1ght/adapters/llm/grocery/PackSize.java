package com.ones1ght.adapters.llm.grocery;

import com.ones1ght.adapters.llm.cookbook.Food;
import com.ones1ght.adapters.llm.cookbook.Measure;
import com.ones1ght.domain.store.Product;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many pieces of a product a recipe needs. */
final class PackSize {

    /** The limit for a single product. */
    private static final int MAX_PIECES = 20;

    private static final Pattern WEIGHT = Pattern.compile("(\\d+(?:\\.\\d+)?) ?(kg|g|ml|l)\\b");
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private PackSize() {}

    /**
     * Whole pieces, at least 1.
     *
     * @param quantity how much the recipe needs
     * @param measure its unit
     * @param food gives the content of a usual piece if the product's name does not tell it
     */
    static int pieces(Product product, BigDecimal quantity, Measure measure, Food food) {
        BigDecimal pack = null;
        if (measure.isDivisible()) {
            pack = weightIn(product.name(), measure)
                    .or(() -> product.localizedName() == null
                            ? Optional.empty()
                            : weightIn(product.localizedName().en(), measure))
                    .orElse(null);
        }
        if (pack == null && food.packUnit() == measure) {
            pack = food.pack();
        }
        if (pack == null || pack.signum() <= 0) {
            return 1;
        }
        int pieces = quantity.divide(pack, 0, RoundingMode.CEILING).intValue();
        return Math.max(1, Math.min(MAX_PIECES, pieces));
    }

    private static Optional<BigDecimal> weightIn(String name, Measure measure) {
        Matcher matcher = WEIGHT.matcher(name.toLowerCase(Locale.ROOT));
        if (!matcher.find()) {
            return Optional.empty();
        }
        String unit = matcher.group(2);
        boolean isWeight = unit.endsWith("g");
        if (isWeight != (measure == Measure.G)) {
            return Optional.empty();
        }
        BigDecimal size = new BigDecimal(matcher.group(1));
        return Optional.of(unit.equals("kg") || unit.equals("l") ? size.multiply(THOUSAND) : size);
    }
}
