/** The goals: what Maven hands over, handed on to the gate. */
package dev.zonegate.maven;
