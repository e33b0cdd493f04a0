/**
 * The school's single sign-on: it says who somebody is, by staff number; what he may do
 * is kept here. Off unless it is set up.
 */
package io.rollcall.portal.sso;
