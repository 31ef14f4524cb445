/** AI20: tests that pass whatever the code does. */
package dev.zonegate.rules.hollowtest;
