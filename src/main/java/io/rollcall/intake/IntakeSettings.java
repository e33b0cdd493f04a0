package io.rollcall.intake;

import java.time.LocalDate;

import io.rollcall.campaign.Campaign;
import io.rollcall.text.Messages;

/**
 * What holds for every file of a run.
 *
 * @param campaign the campaign
 * @param businessDate the date by which "future" and age are judged
 * @param unmasked whether outputs show ID numbers in full
 * @param messages the texts of the report's language
 */
public record IntakeSettings(Campaign campaign, LocalDate businessDate, boolean unmasked, Messages messages) {
}
