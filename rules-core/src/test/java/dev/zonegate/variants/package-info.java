/**
 * Servlets written by a program to measure how much of a flow is found, and how much is imagined.
 */
package dev.zonegate.variants;
