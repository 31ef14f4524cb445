/**
 * A virtual machine beside Maven's that analyses for all modules of a build, with flags that suit
 * work of seconds.
 */
package dev.zonegate.fork;
