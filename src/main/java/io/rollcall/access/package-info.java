/** Who may do what, and who did. */
package io.rollcall.access;
