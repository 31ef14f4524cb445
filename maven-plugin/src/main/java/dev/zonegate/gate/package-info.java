/** Zones, policy and verdict: what may pass where. No Maven types. */
package dev.zonegate.gate;
