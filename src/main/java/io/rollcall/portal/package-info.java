/**
 * The portal's frame: who looks, what he may do, in which order it is judged, what every
 * page shares. Nothing is decided in a page alone.
 */
package io.rollcall.portal;
