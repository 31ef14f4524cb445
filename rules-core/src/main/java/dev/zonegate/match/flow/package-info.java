/** Control flow inside a method: what surely has happened, or holds, when a place is reached. */
package dev.zonegate.match.flow;
