/** A first policy, proposed from the code with a reason for each zone. */
package dev.zonegate.proposal;
