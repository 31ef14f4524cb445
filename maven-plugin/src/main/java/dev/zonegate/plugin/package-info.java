/**
 * A plug-in of the compiler that judges what is compiled anyway; written against public API only.
 */
package dev.zonegate.plugin;
