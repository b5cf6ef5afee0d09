/**
 * Classes that break the rules of the house on purpose: one package for each rule, laid out like the product. The rule
 * must name each class called {@code Violating…} and none called {@code Innocent…}.
 */
@NullMarked
package com.ones1ght.bootstrap.architecture.violations;

import org.jspecify.annotations.NullMarked;
