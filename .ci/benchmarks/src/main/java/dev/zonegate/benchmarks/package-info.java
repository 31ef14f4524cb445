/** What Zonegate costs, side by side with the compiler and with other tools. */
package dev.zonegate.benchmarks;
