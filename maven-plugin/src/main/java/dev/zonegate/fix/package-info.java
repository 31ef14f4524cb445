/** Applies the repairs that findings carry, to files or to a patch. */
package dev.zonegate.fix;
