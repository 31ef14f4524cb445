/** AI11 TimeZone: time that depends on where and when the program runs. */
package dev.zonegate.rules.timezone;
