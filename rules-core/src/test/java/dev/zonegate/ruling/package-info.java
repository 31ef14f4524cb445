/** The rules on real projects: what they find is stored, and a change is a difference to read. */
package dev.zonegate.ruling;
