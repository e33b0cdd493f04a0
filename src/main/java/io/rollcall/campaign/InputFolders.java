package io.rollcall.campaign;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a campaign reads its files, to be held against where others do. A hundred
 * campaigns are five thousand pairs, so that what pairs are told apart by is made once.
 */
public final class InputFolders {

	private final String school;

	private final Optional<Path> own;

	private final List<Read> roles;

	/** Whether nothing is read but below the campaign's own folder. */
	private final boolean inside;

	private InputFolders(String school, Optional<Path> own, List<Read> roles) {
		this.school = school;
		this.own = own;
		this.roles = roles;
		this.inside = own.isPresent() && roles.stream().allMatch((read) -> InputPlace.isAbove(own.get(), read.folder));
	}

	/**
	 * The folders of a campaign.
	 * @param campaign the campaign
	 * @return its own folder, and those of its roles
	 */
	public static InputFolders of(Campaign campaign) {
		return new InputFolders(campaign.school().code(),
				campaign.input().map((place) -> Path.of(place.folder()).normalize()),
				Stream.of(SourceRole.values()).map(campaign::source).map(Read::of).distinct().toList());
	}

	/**
	 * Whether this campaign and one of another school would read each other's files: the
	 * folder that their job files name is the same, or one in the other, or the folder of
	 * any role lies where a role of the other reads.
	 * @param other the folders of the other campaign
	 * @return true when they are of two schools and share a folder
	 */
	public boolean meet(InputFolders other) {
		return !this.school.equals(other.school) && isShared(other);
	}

	private boolean isShared(InputFolders other) {
		if (this.own.isEmpty() && other.own.isEmpty()) {
			return true;
		}
		if (this.own.isPresent() && other.own.isPresent()) {
			if (InputPlace.isNested(this.own.get(), other.own.get())) {
				return true;
			}
			if (this.inside && other.inside) {
				return false;
			}
		}
		return this.roles.stream().anyMatch((read) -> other.roles.stream().anyMatch(read::meets));
	}

	/**
	 * What a role reads.
	 *
	 * @param folder the folder
	 * @param below whether folders in it are read as well
	 */
	private record Read(Path folder, boolean below) {

		static Read of(SourceSettings settings) {
			return new Read(Path.of(settings.folder()).normalize(), settings.readsBelow());
		}

		boolean meets(Read other) {
			return this.folder.equals(other.folder) || this.below && InputPlace.isAbove(this.folder, other.folder)
					|| other.below && InputPlace.isAbove(other.folder, this.folder);
		}

	}

}
