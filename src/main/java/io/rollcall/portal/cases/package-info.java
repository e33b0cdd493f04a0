/** The pages of cases and of students. */
package io.rollcall.portal.cases;
