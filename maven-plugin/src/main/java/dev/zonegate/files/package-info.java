/**
 * Files that are written whole or not at all, those that show damage, and those that start
 * programs.
 */
package dev.zonegate.files;
