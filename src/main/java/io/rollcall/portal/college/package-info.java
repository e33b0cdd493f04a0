/** Pages on which colleges, and the registrar beside them, hand in and sign. */
package io.rollcall.portal.college;
