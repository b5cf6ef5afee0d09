package com.ones1ght.domain.event;

import com.ones1ght.domain.shared.Require;

/** Names a field of an item: a fact about the product, or anything else, as the client API spells it. */
public sealed interface ItemField permits ProductFact, ItemField.Other {

    /**
     * A field in which the domain takes no interest.
     *
     * @param name as the client API or a client spells it
     */
    record Other(String name) implements ItemField {

        public Other {
            Require.notNull(name, "name");
        }
    }
}
