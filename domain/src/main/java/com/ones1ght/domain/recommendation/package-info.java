/** What a pipeline recommends, and what becomes of it once it is merged with the store. */
@NullMarked
package com.ones1ght.domain.recommendation;

import org.jspecify.annotations.NullMarked;
