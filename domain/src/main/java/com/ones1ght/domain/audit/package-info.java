/** Who did what, and when. */
@NullMarked
package com.ones1ght.domain.audit;

import org.jspecify.annotations.NullMarked;
