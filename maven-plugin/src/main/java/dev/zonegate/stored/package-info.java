/**
 * Records in a binary form that is cheap to read, in parts that are read when somebody asks for
 * them.
 */
package dev.zonegate.stored;
