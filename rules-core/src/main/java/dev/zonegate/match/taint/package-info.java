/**
 * Taint: where text that somebody else chose ends up. A method is executed over abstract values, in
 * the order of its statements; calls of methods of the same file are executed in place.
 */
package dev.zonegate.match.taint;
