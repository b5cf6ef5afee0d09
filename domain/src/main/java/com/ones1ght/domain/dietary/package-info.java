/** What shoppers must not eat, what products are known to contain, and which products are therefore withheld. */
@NullMarked
package com.ones1ght.domain.dietary;

import org.jspecify.annotations.NullMarked;
