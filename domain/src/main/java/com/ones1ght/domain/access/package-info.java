/** Who may call the API: keys, scopes, owners. */
@NullMarked
package com.ones1ght.domain.access;

import org.jspecify.annotations.NullMarked;
