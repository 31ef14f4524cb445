/** Data that leaves the program where it must not: rule AI07. */
package dev.zonegate.rules.sensitivedataexposure;
