/** Who did what, and when. */
@NullMarked
package com.ones1ght.application.audit;

import org.jspecify.annotations.NullMarked;
