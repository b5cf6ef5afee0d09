/**
 * Adapters as projects outside of this build write them: for each {@link com.ones1ght.architecture.AdapterRule} a package
 * with adapters that break it, and one with adapters that break none. A rule has to name each class called {@code Wrong…},
 * and none called {@code Right…}.
 */
package com.example.gallery;
