/** AI13: code that several threads or requests run at once, and that is right only alone. */
package dev.zonegate.rules.racecondition;
