/** AI15: retries that make a failure worse. */
package dev.zonegate.rules.naiveretry;
