/** The rules in order, and what is generated from them. */
package dev.zonegate.catalogue;
