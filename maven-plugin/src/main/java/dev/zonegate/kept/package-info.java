/**
 * Verdicts that are kept from one build to the next, with all that they depend on: as long as none
 * of it changes, nothing is read, judged or written again.
 */
package dev.zonegate.kept;
