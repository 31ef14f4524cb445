/** What other engines found in the same code, told as findings of our patterns. */
package dev.zonegate.engines;
