/** AI10 NullHandling: null where code does not expect it, and checks where it cannot be. */
package dev.zonegate.rules.nullhandling;
