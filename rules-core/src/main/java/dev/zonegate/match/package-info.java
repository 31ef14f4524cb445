/**
 * The questions that rules ask of a file: which API is this, what is its value, what holds here.
 */
package dev.zonegate.match;
