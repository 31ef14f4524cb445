/** The PMD front-end, which also serves the gate. */
package dev.zonegate.pmd;
