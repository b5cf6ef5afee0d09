@NullMarked
package com.ones1ght.bootstrap.architecture.violations.packagesarenullmarked.domain.store;

import org.jspecify.annotations.NullMarked;
