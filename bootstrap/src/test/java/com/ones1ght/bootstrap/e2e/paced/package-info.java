/** An adapter of the tests' own for the pipeline port, which they add to a copy of the WAR. */
package com.ones1ght.bootstrap.e2e.paced;
