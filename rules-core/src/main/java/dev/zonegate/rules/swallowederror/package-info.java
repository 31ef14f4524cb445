/** AI08: failures that are caught and lost. */
package dev.zonegate.rules.swallowederror;
