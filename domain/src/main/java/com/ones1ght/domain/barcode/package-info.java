/** What a checkout scans. */
@NullMarked
package com.ones1ght.domain.barcode;

import org.jspecify.annotations.NullMarked;
