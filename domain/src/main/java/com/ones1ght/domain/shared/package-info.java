/** What every feature of the domain uses: identifiers, localized text, the family of domain errors. */
@NullMarked
package com.ones1ght.domain.shared;

import org.jspecify.annotations.NullMarked;
