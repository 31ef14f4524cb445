/** AI09: states, answers and inputs that only the happy path does not know. */
package dev.zonegate.rules.missingstate;
