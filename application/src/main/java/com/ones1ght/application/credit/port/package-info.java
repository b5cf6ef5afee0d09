/** What credit needs of the outside. */
@NullMarked
package com.ones1ght.application.credit.port;

import org.jspecify.annotations.NullMarked;
