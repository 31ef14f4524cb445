/** Runs rules over lowered files: the only door for hosts. */
package dev.zonegate.engine;
