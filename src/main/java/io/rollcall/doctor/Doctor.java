package io.rollcall.doctor;

import java.nio.file.Path;
import java.util.List;

import io.rollcall.text.Messages;
import org.jspecify.annotations.Nullable;

/** Looks an installation over. */
public final class Doctor {

	private final Messages messages;

	/**
	 * A doctor.
	 * @param messages the texts of the reader's language
	 */
	public Doctor(Messages messages) {
		this.messages = messages;
	}

	/**
	 * What is looked at.
	 *
	 * @param home the installation's folder
	 * @param database the database's address, or null for the embedded server
	 * @param jobs the folder of job files
	 * @param input the input folder
	 * @param output the output folder
	 * @param ports where {@code serve} would listen
	 */
	public record Place(Path home, @Nullable String database, Path jobs, Path input, Path output,
			List<Listening> ports) {
	}

	/**
	 * Looks.
	 * @param place where
	 * @return what was found
	 */
	public Diagnosis look(Place place) {
		Diagnosis found = new Diagnosis(this.messages);
		MachineCheck machine = new MachineCheck(found);
		machine.look(place.home(), place.output());
		boolean served = new HomeCheck(found, place.home()).look();
		place.ports().stream().distinct().forEach((port) -> machine.port(port, served));
		new DatabaseCheck(found, place.home()).look(place.database());
		new CampaignCheck(found, place.input()).look(place.jobs());
		return found;
	}

}
