package com.ones1ght.domain.event;

import com.ones1ght.domain.shared.Require;

/** A field of an item: a product fact or any other. */
public sealed interface ItemField permits ProductFact, ItemField.Other {

    /**
     * A field that the domain only passes on.
     *
     * @param name as the client API or the client spells it
     */
    record Other(String name) implements ItemField {

        public Other {
            Require.notNull(name, "name");
        }
    }
}
