/**
 * The architecture rules. Each is written once, for a {@link com.ones1ght.bootstrap.architecture.Layout}, and applied to
 * the product, to deliberate violations, and to an empty layout.
 */
@NullMarked
package com.ones1ght.bootstrap.architecture;

import org.jspecify.annotations.NullMarked;
