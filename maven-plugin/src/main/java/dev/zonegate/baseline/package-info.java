/** Findings that were there before the gate, and no longer block. */
package dev.zonegate.baseline;
