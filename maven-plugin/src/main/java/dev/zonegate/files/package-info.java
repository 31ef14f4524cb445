/** Files that are written whole or not at all, and those that start programs. */
package dev.zonegate.files;
