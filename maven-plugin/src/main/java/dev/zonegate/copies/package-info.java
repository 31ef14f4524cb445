/** Stretches of code that a change has copied, found by PMD's CPD and told as findings of ours. */
package dev.zonegate.copies;
