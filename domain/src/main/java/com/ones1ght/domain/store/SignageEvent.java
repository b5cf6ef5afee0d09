package com.ones1ght.domain.store;

import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.shared.Require;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message of the store on its screens, such as a sale.
 *
 * @param imageUrl relative to the gateway, or absolute
 * @param enabled whether the store shows it at present
 * @param products those that it is about; empty where it is about none in particular
 */
public record SignageEvent(
        long id,
        LocalizedText title,
        LocalizedText body,
        @Nullable String imageUrl,
        boolean enabled,
        List<ProductId> products) {

    public SignageEvent {
        Require.notNull(title, "title");
        Require.notNull(body, "body");
        products = List.copyOf(products);
    }
}
