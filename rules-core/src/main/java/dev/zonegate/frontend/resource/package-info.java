/**
 * Resource files to the model: properties, {@code .env}, YAML and XML with the place of every key
 * and value. Safe on hostile input: no object is made, no entity or alias expanded, nothing opened.
 */
package dev.zonegate.frontend.resource;
