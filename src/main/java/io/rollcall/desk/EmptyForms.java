package io.rollcall.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.rollcall.report.Forms;
import io.rollcall.text.Messages;
import org.springframework.stereotype.Service;

/** The empty forms that {@code template} writes. */
@Service
public class EmptyForms {

	/**
	 * The form of a role.
	 * @param role the role's word
	 * @param messages the texts of the form's language
	 * @return the bytes of a workbook
	 * @throws IOException when it cannot be written
	 * @throws DeskFailure when the role has no form
	 */
	public byte[] of(String role, Messages messages) throws IOException {
		if (!Forms.roles().contains(role)) {
			throw DeskFailure.missing();
		}
		Path folder = Files.createTempDirectory("rollcall-form");
		Path file = folder.resolve(role + ".xlsx");
		try {
			new Forms(messages).write(role, file);
			return Files.readAllBytes(file);
		}
		finally {
			Files.deleteIfExists(file);
			Files.delete(folder);
		}
	}

}
