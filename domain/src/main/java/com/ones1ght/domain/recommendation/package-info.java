/** Recommendations: the output of the pipeline's steps, and its merge with the store. */
@NullMarked
package com.ones1ght.domain.recommendation;

import org.jspecify.annotations.NullMarked;
