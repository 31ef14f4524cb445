/** Broken texts for all readers; {@code -Djqwik.tries.default=100000} tries more of them. */
package dev.zonegate.fuzz;
