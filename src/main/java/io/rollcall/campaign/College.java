package io.rollcall.campaign;

import java.util.List;
import java.util.Optional;

/**
 * A college of the school.
 *
 * @param name the official name, used in every report and as a file name
 * @param code the code it has in the school's system, when sources hold codes
 * @param aliases old names, short forms and whatever else sources call it
 */
public record College(String name, Optional<String> code, List<String> aliases) {
}
