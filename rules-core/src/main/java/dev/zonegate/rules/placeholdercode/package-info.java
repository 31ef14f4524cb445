/** AI19: code that stands where the real code was to be, and what was left behind while writing. */
package dev.zonegate.rules.placeholdercode;
