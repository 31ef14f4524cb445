/** AI17: code that is fast with ten rows and stands still with a million. */
package dev.zonegate.rules.scaletrap;
