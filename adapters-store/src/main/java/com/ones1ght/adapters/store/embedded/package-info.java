/** A demonstration store inside the process: its catalogue, floor plan, screens and baskets are bundled files. */
@NullMarked
package com.ones1ght.adapters.store.embedded;

import org.jspecify.annotations.NullMarked;
