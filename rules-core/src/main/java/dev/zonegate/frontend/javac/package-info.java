/** The front-end for javac: its trees and symbols into the model, through the public API only. */
package dev.zonegate.frontend.javac;
