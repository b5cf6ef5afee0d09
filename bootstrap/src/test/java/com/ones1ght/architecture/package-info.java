/**
 * Architecture rules for adapters, inside and outside of this build: published as {@code com.ones1ght:architecture-rules}
 * with what they need. Start at {@link com.ones1ght.architecture.AdapterArchitectureContract}.
 */
@NullMarked
package com.ones1ght.architecture;

import org.jspecify.annotations.NullMarked;
