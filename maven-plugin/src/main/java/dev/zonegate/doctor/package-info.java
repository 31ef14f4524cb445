/** Finds what makes results wrong before anybody wonders about them. */
package dev.zonegate.doctor;
