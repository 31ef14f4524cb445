/**
 * Which files of a build must be judged again after a change: those that changed, and those that
 * may see something else in the files that did.
 */
package dev.zonegate.increment;
