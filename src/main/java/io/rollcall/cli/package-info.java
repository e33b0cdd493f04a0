/** The commands: what people type, what they see, and how the process ends. */
package io.rollcall.cli;
